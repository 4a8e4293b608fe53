//go:build unix

package main

import (
	"bufio"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// measures asks the server for its metrics.
func (h *hosted) measures() string {
	h.t.Helper()
	address := ""
	for _, row := range h.said {
		if m := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(row); m != "" {
			address = m
			break
		}
	}
	response, err := http.Get(address + "metrics")
	if err != nil {
		h.t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		h.t.Fatalf("%s: %v", response.Status, err)
	}
	return string(text)
}

// TestMetricsTellWhatHappens: a player joins by SSH, gives an order and ends a turn; somebody else guesses a code. All of that is
// counted, and nothing in it says who, which workshop, or from where.
func TestMetricsTellWhatHappens(t *testing.T) {
	folder := t.TempDir()
	log := filepath.Join(folder, "log")
	h := startHost(t, "--http", "127.0.0.1:0", "--store", filepath.Join(folder, "workshops.db"), "--host-key", filepath.Join(folder, "key"), "--log", log)
	mara := h.calls(h.code, ownKey(t)).sees("WHAT SHALL WE CALL YOU?").types("Mara Hostetler\r")
	mara.sees("WHO DO YOU PLAY WITH?").types("\r").sees("YOUR RETURN CODE")
	back := mara.code()
	h.calls("zzz-zzz").sees("code")
	h.order("next")
	mara.sees("get ready")
	h.order("next")
	mara.sees("play", "day 1").types("\r").sees("Order given:").types(" ")
	h.asks("teams", `^t1 .*: 1 turn ended`)

	text := h.measures()
	for series, least := range map[string]float64{
		`callout_ssh_sessions`: 1, `callout_ssh_sessions_total`: 2, `callout_connections{kind="ssh"}`: 1, `callout_ssh_ended_total{why="stalled"}`: 0,
		`callout_joins_total{seat="new"}`: 1, `callout_joins_total{seat="back"}`: 0, `callout_refusals_total{reason="code"}`: 1,
		`callout_commands_total{kind="joined"}`: 1, `callout_commands_total{kind="phase"}`: 2, `callout_commands_total{kind="order"}`: 1, `callout_commands_total{kind="turn"}`: 1,
		`callout_command_seconds_count`: 5, `callout_command_seconds_bucket{le="+Inf"}`: 5, `callout_store_errors_total{call="append"}`: 0,
		`callout_room_driven`: 1, `callout_room_teams`: 1, `callout_room_seats`: 1, `callout_room_present`: 1, `callout_room_trouble`: 0,
		`callout_goroutines`: 5, `callout_memory_bytes`: 1 << 20, `callout_build_info`: 1,
	} {
		n, found := 0.0, false
		for lines := bufio.NewScanner(strings.NewReader(text)); lines.Scan(); {
			name, value, _ := strings.Cut(lines.Text(), " ")
			if name != series && !(strings.HasPrefix(name, series+"{") && !strings.Contains(series, "{")) {
				continue
			}
			found = true
			n, _ = strconv.ParseFloat(value[strings.LastIndex(value, " ")+1:], 64)
		}
		if !found || n < least {
			t.Errorf("%s is %v (there: %v), want %v at least", series, n, found, least)
		}
	}
	logged := string(content(t, log))
	if strings.Count(logged, "msg=limits") != 1 || !regexp.MustCompile(`msg=limits ssh\.handshake=10s .*ssh\.sessions=2000 .*web\.sessions=1000 `).MatchString(logged) {
		t.Errorf("the limits in force are not in the log:\n%s", logged)
	}
	private := []string{"Mara", "Hostetler", h.code, strings.ReplaceAll(h.code, "-", ""), back, strings.ReplaceAll(back, "-", ""), "127.0.0.1", "zzz"}
	for _, row := range h.said {
		if m := regexp.MustCompile(`[0-9A-Z]{3,4}(-[0-9A-Z]{3,4}){2,}|[0-9a-f]{64}`).FindString(row); m != "" { // the token, and the promise of the seed
			private = append(private, m)
		}
	}
	if len(private) < 10 || len(back) != 9 {
		t.Fatalf("something private was not found on the card: %q", private)
	}
	if seed := regexp.MustCompile(`[0-9a-fA-F]{32}`).FindString(text); seed != "" {
		t.Errorf("the metrics have %q in them, which may be a seed or a key", seed)
	}
	for _, secret := range private {
		if strings.Contains(strings.ToLower(text), strings.ToLower(secret)) {
			t.Errorf("the metrics have %q in them:\n%s", secret, text)
		}
	}
}
