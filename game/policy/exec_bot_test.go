package policy

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// The test binary is a bot too: as "exec:BINARY bot:KIND ARGUMENT" it plays a part.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && strings.HasPrefix(os.Args[1], "bot:") {
		behave(strings.TrimPrefix(os.Args[1], "bot:"), append(os.Args[2:], "")[0])
		return
	}
	os.Exit(m.Run())
}

// misbehave is what bots do wrong in their third turn.
var misbehave = map[string]func(){
	"crashes":   func() { os.Exit(3) },
	"ends":      func() { os.Exit(0) },
	"hangs":     func() { time.Sleep(time.Minute) },
	"mute":      func() { os.Stdout.Close(); time.Sleep(time.Minute) },
	"nonsense":  func() { fmt.Println("I would rather not") },
	"misspelt":  func() { fmt.Println(`{"order": []}`) },
	"silent":    func() { fmt.Println(`{}`) },
	"twice":     func() { fmt.Println(`{"orders": []} {"orders": []}`) },
	"chatters":  func() { fmt.Print("{\"orders\": []}\n{\"orders\": []}\n{\"orders\": []}\n") },
	"list":      func() { fmt.Println(`[{"orders": []}]`) },
	"overeager": func() { fmt.Printf("{\"orders\": [%s\"x\"]}\n", strings.Repeat(`"freeze on",`, MaxOrders)) },
	"floods": func() {
		for {
			if _, err := os.Stdout.WriteString(strings.Repeat("x", 1<<16)); err != nil {
				return
			}
		}
	},
}

func behave(kind, argument string) {
	say := func(v any) { json.NewEncoder(os.Stdout).Encode(v) }
	hello := map[string]any{"protocol": 1}
	switch kind {
	case "hello-hangs":
		time.Sleep(time.Minute)
	case "hello-crashes":
		os.Exit(4)
	case "hello-nonsense":
		fmt.Println("hello yourself")
	case "future":
		hello["protocol"] = 99
	case "greedy":
		hello["batch"] = MaxBatch + 1
	case "deaf":
		say(hello)
		time.Sleep(time.Minute)
	case "miscounts":
		hello["batch"] = 4
	case "stays":
		defer time.Sleep(time.Minute)
	case "parent":
		child := exec.Command("sleep", "60")
		child.Stdout = os.Stdout
		if err := child.Start(); err != nil {
			panic(err)
		}
		os.WriteFile(argument, []byte(fmt.Sprint(child.Process.Pid)), 0o600)
	case "loud":
		fmt.Fprintln(os.Stderr, "I think, therefore I print.")
	case "terse":
		hello["legal"] = false
	case "picky":
		hello["view"] = []string{"alerts", "weather"}
	case "batch":
		hello["view"] = []string{"alerts", "analysts"}
		hello["batch"], hello["legal"] = 5, false
	}
	if kind == "replays" {
		replay(argument)
		return
	}
	turns := 0
	in := bufio.NewReader(os.Stdin)
	for {
		text, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		if text[0] == '[' {
			var list []turnLine
			json.Unmarshal(text, &list)
			replies := []any{}
			for i := range list {
				replies = append(replies, list[i].answer())
			}
			if kind == "miscounts" {
				replies = append(replies, replies[0])
			}
			say(replies)
			continue
		}
		var l turnLine
		json.Unmarshal(text, &l)
		switch l.Type {
		case "hello":
			say(hello)
		case "turn":
			if turns++; turns == 3 && misbehave[kind] != nil {
				misbehave[kind]()
				continue
			}
			say(l.answer())
		}
	}
}

// turnLine is what the bot of these tests looks at: it gives the first two alerts to the first two analysts.
type turnLine struct {
	Type string
	View struct {
		Alerts   []struct{ ID, State string }
		Analysts []struct{ Name, Presence string }
	}
}

func (l *turnLine) answer() any {
	orders := []string{}
	for i, a := range l.View.Alerts {
		if i < 2 && i < len(l.View.Analysts) && a.State == "waiting" {
			orders = append(orders, "assign "+a.ID+" "+l.View.Analysts[i].Name)
		}
	}
	return map[string]any{"orders": orders}
}

// replay gives the answers of a page, one after the other, then lets turns pass. What it reads goes into a file.
func replay(argument string) {
	page, log, _ := strings.Cut(argument, ",")
	_, answers, err := transcript(page)
	if err != nil {
		panic(err)
	}
	file, err := os.Create(log)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	in := bufio.NewReader(os.Stdin)
	for {
		text, err := in.ReadString('\n')
		if err != nil {
			return
		}
		file.WriteString(text)
		if strings.HasPrefix(text, `{"type":"begin"`) || strings.HasPrefix(text, `{"type":"end"`) {
			continue
		}
		answer := `{"orders": []}`
		if len(answers) > 0 {
			answer, answers = answers[0], answers[1:]
		}
		fmt.Println(answer)
	}
}

// transcript reads the game in a page: what is told, and what is answered.
func transcript(page string) (told, answers []string, err error) {
	text, err := os.ReadFile(page)
	if err != nil {
		return nil, nil, err
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if s, ok := strings.CutPrefix(line, "> "); ok {
			told = append(told, s)
		} else if s, ok := strings.CutPrefix(line, "< "); ok {
			answers = append(answers, s)
		}
	}
	return told, answers, nil
}
