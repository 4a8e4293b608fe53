package history

// Kind is what a file is about.
type Kind uint8

// Kinds of file. Any lets Read find out.
const (
	Any Kind = iota
	Incidents
	Deployments
	Rota
)

var kindNames = [...]string{"any", "incidents", "deployments", "rota"}

// String is the kind's name, as in a mapping.
func (k Kind) String() string { return kindNames[k] }

// Field is what a column can tell.
type Field uint8

// Fields of incidents and deployments.
const (
	NoField Field = iota
	ID
	Application
	Began        // incidents: when the fault began, or else when it was noticed
	Detected     // when a monitor or a person noticed
	Acknowledged // when somebody took it up
	Restored     // when customers were served again
	AckSeconds   // from Began, in seconds
	RestoreSeconds
	AckMilliseconds // from Began, in milliseconds
	RestoreMilliseconds
	Severity
	Team  // who worked on it
	Noise // a word that says that nothing was wrong
	At    // deployments: when it was live
	Requested
	Changes
	Status // a word that says how it ended
	Environment
	fields
)

var fieldNames = [fields]string{
	"", "id", "application", "began", "detected", "acknowledged", "restored", "acknowledge_seconds", "restore_seconds", "acknowledge_milliseconds", "restore_milliseconds", "severity", "team",
	"noise", "at", "requested", "changes", "status", "environment",
}

// String is the field's name, as in a mapping.
func (f Field) String() string { return fieldNames[f] }

// of tells which kind a field belongs to; Any for both.
func (f Field) of() Kind {
	switch f {
	case ID, Application:
		return Any
	case At, Requested, Changes, Status, Environment:
		return Deployments
	}
	return Incidents
}

// isTime tells whether a field is a time.
func (f Field) isTime() bool {
	switch f {
	case Began, Detected, Acknowledged, Restored, At, Requested:
		return true
	}
	return false
}

// fieldOf is the field of that name, NoField where there is none.
func fieldOf(name string) Field {
	for f := ID; f < fields; f++ {
		if fieldNames[f] == name {
			return f
		}
	}
	return NoField
}
