package game

// ClueKind says what speaks for an alert belonging to an application.
type ClueKind uint8

// Clues, strongest first.
const (
	NamesIt       ClueKind = iota // the alert itself names the application
	HostRan                       // its host ran the application when it was last seen
	DeployedLate                  // the application was deployed not long before
	DependsOnDown                 // the application depends on one that is down
	SameHost                      // another alert on this host is linked to the application
)

// Clue is one hint towards an alert's application.
type Clue struct {
	Kind  ClueKind
	App   int
	At    Minute // when it was seen or deployed
	Other int    // the application that is down, or the other alert's number
}

// clueWindow is how long before an alert a deployment still counts as recent.
const clueWindow = 4 * Hour

// Clues appends to buf what the view knows that speaks for one application or another, strongest kind first.
func (v *View) Clues(a *AlertView, buf []Clue) []Clue {
	if a.Named >= 0 {
		buf = append(buf, Clue{Kind: NamesIt, App: a.Named})
	}
	if a.Host >= 0 {
		for _, s := range v.Hosts[a.Host].Runs {
			buf = append(buf, Clue{Kind: HostRan, App: s.App, At: s.Seen})
		}
	}
	for i := range v.Apps {
		p := &v.Apps[i]
		if p.Live && p.Deployed >= 0 && !p.RolledBack && p.Deployed <= a.Raised && a.Raised-p.Deployed <= clueWindow {
			buf = append(buf, Clue{Kind: DeployedLate, App: i, At: p.Deployed, Other: p.DeployedBy})
		}
	}
	for i := range v.Apps {
		for _, n := range v.Apps[i].Needs {
			if v.Apps[i].Live && v.Apps[n].Health == Down {
				buf = append(buf, Clue{Kind: DependsOnDown, App: i, Other: n})
			}
		}
	}
	for i := range v.Alerts {
		b := &v.Alerts[i]
		if b.N != a.N && a.Host >= 0 && b.Host == a.Host && b.Linked >= 0 {
			buf = append(buf, Clue{Kind: SameHost, App: b.Linked, Other: int(b.N)})
		}
	}
	return buf
}
