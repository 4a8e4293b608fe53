package levels

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"callout/game"
)

// schemaDialect is the version of JSON Schema that editors for TOML understand.
const schemaDialect = "http://json-schema.org/draft-07/schema#"

// Schema is a JSON Schema of a file's format, so that an editor can complete keys and mark mistakes while one types.
// What is a "level" or a "model" is made from the same structures that the files are read into. A schema cannot say
// all that Check does: which names there are, and what must fit what.
func Schema(what string) ([]byte, error) {
	var root reflect.Type
	switch what {
	case "level":
		root = reflect.TypeFor[levelFile]()
	case "model":
		root = reflect.TypeFor[modelFile]()
	default:
		return nil, fmt.Errorf("there is no schema of a %.20q: there are level and model", what)
	}
	s := object(root)
	s["$schema"] = schemaDialect
	s["title"] = "A " + what + " of Callout"
	b, err := json.MarshalIndent(s, "", "  ")
	return append(b, '\n'), err
}

// node is a part of a schema. Its keys come out sorted.
type node = map[string]any

// object is the schema of a table.
func object(t reflect.Type) node {
	properties, required := node{}, []string{}
	for _, f := range fields(t) {
		properties[f.key] = property(f, t.FieldByIndex(f.index).Type)
		if f.tag.Get("need") != "" {
			required = append(required, f.key)
		}
	}
	n := node{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		n["required"] = required
	}
	return n
}

// property is the schema of what stands at a key, with its description.
func property(f field, t reflect.Type) node {
	n := valueSchema(f, t)
	about := f.tag.Get("about")
	if bounds := f.tag.Get("range"); bounds != "" {
		about += "; " + strings.Replace(bounds, "..", " to ", 1)
	}
	n["description"] = about
	return n
}

// texts are the patterns of values that are written as texts.
var texts = map[reflect.Type]string{
	reflect.TypeFor[slug]():    `^[A-Za-z0-9]([A-Za-z0-9-]{0,22}[A-Za-z0-9])?$`,
	reflect.TypeFor[person]():  ``,
	reflect.TypeFor[label]():   ``,
	reflect.TypeFor[prose]():   ``,
	reflect.TypeFor[word]():    ``,
	reflect.TypeFor[money]():   `^£\s*[0-9][0-9,]*(\.[0-9]+)?\s*[km]?$`,
	reflect.TypeFor[span]():    `^\s*[0-9]+\s*[mhdw](\s*[0-9]+\s*[mhdw])*\s*$`,
	reflect.TypeFor[clock]():   `^[0-9]{1,2}:[0-9]{2}$`,
	reflect.TypeFor[moment]():  `^(week [0-9]+ )?(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]{1,2}:[0-9]{2}$`,
	reflect.TypeFor[release](): `^[0-9]+\.[0-9]+$`,
}

// valueSchema is the schema of a value of a type.
func valueSchema(f field, t reflect.Type) node {
	if pattern, ok := texts[t]; ok {
		n := node{"type": "string"}
		if pattern != "" {
			n["pattern"] = pattern
		}
		if n2, err := strconv.Atoi(f.tag.Get("longest")); err == nil {
			n["maxLength"] = n2
		}
		if names := choicesOf(f.key); names != nil {
			n["examples"] = names
		}
		return n
	}
	switch t {
	case reflect.TypeFor[share](), reflect.TypeFor[target]():
		return node{"type": []string{"number", "string"}, "pattern": `^\s*[0-9]+(\.[0-9]+)?\s*%\s*$`}
	case reflect.TypeFor[rate]():
		return bounded(node{"type": "number"}, f)
	case reflect.TypeFor[whole]():
		return bounded(node{"type": "integer"}, f)
	case reflect.TypeFor[bool]():
		return node{"type": "boolean"}
	case reflect.TypeFor[overrides]():
		return constantsSchema()
	case reflect.TypeFor[any]():
		return node{"type": []string{"number", "string"}}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return valueSchema(f, t.Elem())
	case reflect.Struct:
		return object(t)
	case reflect.Map:
		return node{"type": "object", "additionalProperties": valueSchema(field{tag: ""}, t.Elem())}
	}
	n := node{"type": "array", "items": valueSchema(field{key: f.key}, t.Elem())}
	if most, err := strconv.Atoi(f.tag.Get("longest")); err == nil {
		n["maxItems"] = most
	}
	if f.tag.Get("some") != "" {
		n["minItems"] = 1
	}
	return n
}

// bounded adds the bounds of a number that is written as one.
func bounded(n node, f field) node {
	lo, hi, ok := strings.Cut(f.tag.Get("range"), "..")
	if !ok {
		return n
	}
	if v, err := strconv.ParseFloat(lo, 64); err == nil {
		n["minimum"] = v
	}
	if v, err := strconv.ParseFloat(hi, 64); err == nil {
		n["maximum"] = v
	}
	return n
}

// constantsSchema is the schema of [balance]: any constant of the rules, by its name.
func constantsSchema() node {
	properties := node{}
	for _, f := range balanceFields() {
		properties[f.key] = node{"description": "its unit and source are in balance.toml"}
	}
	return node{"type": "object", "additionalProperties": false, "properties": properties}
}

// choicesOf are the words that a key takes, where they are a list that is shown and not enforced.
func choicesOf(key string) []string {
	switch key {
	case "model", "models", "hand_back":
		return modelNames()
	case "metric":
		return game.MetricNames()
	case "kind":
		return []string{"replatform", "reorganise", "campaign", "demand", "fault", "false-alarm"}
	case "cause":
		return []string{"configuration", "data", "infrastructure", "code"}
	case "staffing":
		return []string{"desk", "analysts", "delivery-team"}
	case "nights":
		return []string{"none", "best-endeavours", "standby", "around-the-clock"}
	case "budget":
		return []string{"opex", "capex"}
	case "deploys":
		return []string{"analysts", "delivery-team"}
	case "rota":
		return []string{"team", "domain"}
	}
	return nil
}
