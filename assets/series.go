package assets

import "cmp"

// An Article is one of the series that the game is about.
type Article struct {
	Title  string
	Short  string   // the title where there is little room
	About  string   // what it is about, in a sentence
	Model  string   // the support model it describes, by the name on the command line
	Levels []string // where it is played, by names of levels
	URL    string   // where to read it
}

// SeriesTitle, SeriesAuthor and SeriesURL say whose the series is and where it begins.
const (
	SeriesTitle  = "Who Runs It"
	SeriesAuthor = "Steve Smith"
	SeriesURL    = "https://stevesmith.tech/blog/tag/who-runs-it"
)

const blog = "https://www.stevesmith.tech/blog/"

// Series is the reading list: the articles in the order in which they appeared.
func Series() []Article {
	list := articles()
	if t := spoken.Load(); t != nil {
		for i := range list {
			list[i].About = cmp.Or(t.abouts[list[i].Title], list[i].About)
		}
	}
	return list
}

func articles() []Article {
	return []Article{
		{
			Title:  "You Build It Ops Run It",
			Short:  "Ops Run It",
			About:  "One Delivery team builds, one Operations team deploys and supports, and the ticket climbs through the levels.",
			Model:  "ops-run-it",
			Levels: []string{"tutorial", "one-team"},
			URL:    blog + "you-build-it-ops-runs-it/",
		},
		{
			Title:  "You Build It You Run It",
			Short:  "You Run It",
			About:  "The team that builds it deploys it, is called for it, and pays for that from its own budget.",
			Model:  "you-run-it",
			Levels: []string{"own-pager"},
			URL:    blog + "you-build-it-you-run-it/",
		},
		{
			Title:  "You Build It Ops Run It at scale",
			Short:  "Scale: Ops Run It",
			About:  "Ten teams and one Application Operations: which alert is whose, what is to be deployed when, and who could help?",
			Model:  "ops-run-it",
			Levels: []string{"three-teams", "ten-teams", "more-than-weekly", "peak-trading"},
			URL:    blog + "you-build-it-ops-run-it-at-scale/",
		},
		{
			Title:  "You Build It You Run It at scale",
			Short:  "Scale: You Run It",
			About:  "Ten teams that each run their own: how to pay for so many rotas, and how to keep the practice healthy.",
			Model:  "you-run-it",
			Levels: []string{"ten-pagers"},
			URL:    blog + "you-build-it-you-run-it-at-scale/",
		},
		{
			Title:  "You Build It Ops Sometimes Run It",
			Short:  "Ops Sometimes",
			About:  "The few important applications go to their teams, the many others stay in Operations, and so do most of the troubles.",
			Model:  "ops-sometimes-run-it",
			Levels: []string{"ops-sometimes"},
			URL:    blog + "you-build-it-ops-sometimes-run-it/",
		},
		{
			Title:  "Implementing You Build It You Run It at scale",
			Short:  "Implementing it",
			About:  "How to get from one model to the other, seen as buying insurance: what cover, at what premium, for which application.",
			Model:  "you-run-it",
			Levels: []string{"hand-over-the-pager"},
			URL:    blog + "implementing-you-build-it-you-run-it-at-scale/",
		},
		{
			Title:  "You Build It SRE Run It",
			Short:  "SRE Run It",
			About:  "Specialists take the pager for applications that earn it, and hand it back when the error budget is gone.",
			Model:  "sre-run-it",
			Levels: []string{"error-budgets"},
			URL:    blog + "you-build-it-sre-run-it/",
		},
	}
}
