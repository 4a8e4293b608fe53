package levels

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// compiled is the schema of a kind of file, ready to validate with.
func compiled(t *testing.T, what string) *jsonschema.Schema {
	t.Helper()
	text, err := Schema(what)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate asks a schema about a TOML file, as an editor does.
func validate(t *testing.T, s *jsonschema.Schema, file string) error {
	t.Helper()
	var root map[string]any
	if _, err := toml.DecodeFile(file, &root); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(root)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

// TestSchemaTakesWhatIsRight holds that the schemas take all that is shipped, and every right file of the tests.
func TestSchemaTakesWhatIsRight(t *testing.T) {
	level, model := compiled(t, "level"), compiled(t, "model")
	for _, name := range levelNames() {
		if err := validate(t, level, shippedLevel(name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range modelNames() {
		if err := validate(t, model, shippedModel(name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for file, s := range map[string]*jsonschema.Schema{"everything": level, "minimal": level, "model-variants": model, "you-run-it": model} {
		if err := validate(t, s, filepath.Join("testdata", "right", file+".toml")); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// TestSchemaMarksMistakes gives it mistakes that an editor should mark.
func TestSchemaMarksMistakes(t *testing.T) {
	level := compiled(t, "level")
	right, err := os.ReadFile(filepath.Join("testdata", "right", "minimal.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for what, text := range map[string]string{
		"a key that is not known": "telemetri = 0.4\n" + string(right),
		"a missing key":           strings.Replace(string(right), "days", "# days", 1),
		"money without a pound":   strings.Replace(string(right), `"£`, `"`, 1),
		"a text for a number":     strings.Replace(string(right), "days = ", `days = "many" # `, 1),
	} {
		file := filepath.Join(t.TempDir(), "level.toml")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if validate(t, level, file) == nil {
			t.Errorf("%s is not marked", what)
		}
	}
	if _, err := Schema("balance"); err == nil {
		t.Error("there is a schema of something else")
	}
}

// TestSchemaFilesAreCurrent holds the files that editors read to the formats.
func TestSchemaFilesAreCurrent(t *testing.T) {
	for _, what := range []string{"level", "model"} {
		file := filepath.Join("schema", what+".json")
		want, err := Schema(what)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, _ := os.ReadFile(file); !bytes.Equal(got, want) {
			t.Errorf("%s is not the schema of the format: go test ./levels -run Schema -update writes it", file)
		}
	}
}
