package store

import "callout/game/workshop"

// A submissionLine is a submission with one of its names, or with none.
type submissionLine struct {
	workshop.Submission
	who  *string
	name []byte
}

func scanSubmission(r interface{ Scan(...any) error }) (l submissionLine, err error) {
	err = r.Scan(&l.Ticket, &l.Seat, &l.N, &l.Kind, &l.Body, &l.who, &l.name)
	if len(l.Body) == 0 {
		l.Body = nil
	}
	return l, err
}

// joinLines puts the lines of each submission together. They come in the order of their tickets.
func joinLines(lines []submissionLine) []workshop.Submission {
	var all []workshop.Submission
	for _, l := range lines {
		if last := len(all) - 1; last < 0 || all[last].Ticket != l.Ticket {
			all = append(all, l.Submission)
		}
		if l.who != nil {
			s := &all[len(all)-1]
			s.Names = append(s.Names, workshop.Name{Who: workshop.Who(*l.who), Name: string(l.name)})
		}
	}
	return all
}
