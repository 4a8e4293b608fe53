package proof

import (
	"os"
	"testing"
)

// many tells whether the run is the long one, which shows sizes; the usual one shows directions.
var many = os.Getenv("CALLOUT_LONG") != ""

func games() int {
	if many {
		return 200
	}
	return 20
}

// prove measures one prediction and demands its findings.
func prove(t *testing.T, number int) {
	t.Helper()
	if testing.Short() && number != 48 {
		t.Skip("left out for speed: thousands of games")
	}
	for _, p := range Predictions() {
		if p.Number != number {
			continue
		}
		findings, err := p.Measure(NewBench(games()))
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d. %s\n%s", p.Number, p.Claim, p.How)
		for i := range findings {
			f := &findings[i]
			if f.Holds(many) {
				t.Log(f)
			} else {
				t.Error(f)
			}
		}
		return
	}
	t.Fatalf("prediction %d is not measured", number)
}

// Every prediction of the research notes is measured, or it is said why the model does not speak of it.
func TestEveryPredictionIsSpokenOf(t *testing.T) {
	measured := map[int]int{}
	for _, p := range Predictions() {
		measured[p.Number]++
	}
	for n := 1; n <= 48; n++ {
		_, not := NotModelled[n]
		if measured[n] == 1 == not || measured[n] > 1 {
			t.Errorf("prediction %d is measured %d times, and said not to be modelled: %v", n, measured[n], not)
		}
	}
}

// What is true of one number is not proof of another: a finding on the wrong side, too small, or within its noise fails.
func TestFindingsCanFail(t *testing.T) {
	rise := Finding{What: "rise", Least: 1.5, Most: most, Null: 1}
	fall := Finding{What: "fall", Least: less, Most: .8, Null: 1}
	kept := Finding{What: "kept", Least: .9, Most: 1.1, Null: none}
	for _, c := range []struct {
		f             Finding
		value, lo, hi float64
		few, many     bool
	}{
		{rise, 1.6, 1.4, 1.8, true, true},
		{rise, 1.3, 1.2, 1.4, true, false},
		{rise, 1.6, .9, 2.3, true, false},
		{rise, .9, .8, 1.0, false, false},
		{fall, .7, .6, .8, true, true},
		{fall, .9, .85, .95, true, false},
		{fall, 1.1, .6, 1.6, false, false},
		{kept, 1, .9, 1.1, true, true},
		{kept, 1.2, 1.05, 1.35, true, false},
		{kept, 1.2, 1.15, 1.25, false, false},
		{rise, none, none, none, false, false},
		{kept, none, none, none, false, false},
	} {
		f := c.f
		f.Estimate = Estimate{c.value, c.lo, c.hi}
		if few, many := f.Holds(false), f.Holds(true); few != c.few || many != c.many {
			t.Errorf("%s holds with few games %v, with many %v; want %v and %v", &f, few, many, c.few, c.many)
		}
	}
}

// Scale.

func TestPrediction01TimeToRestoreRisesWithTeams(t *testing.T)              { prove(t, 1) }
func TestPrediction02WaitingGrowsAndRepairDoesNot(t *testing.T)             { prove(t, 2) }
func TestPrediction03DeploymentLeadTimeGrowsConvexly(t *testing.T)          { prove(t, 3) }
func TestPrediction04WeeklyDeploymentsCannotBeKeptUp(t *testing.T)          { prove(t, 4) }
func TestPrediction05DiscontinuousDelivery(t *testing.T)                    { prove(t, 5) }
func TestPrediction06EscalationsHelpSomeAndRaiseNoThroughput(t *testing.T)  { prove(t, 6) }
func TestPrediction07WrongOwnersRiseWithTeamsAndPoorTelemetry(t *testing.T) { prove(t, 7) }
func TestPrediction08KnowledgeThinsOut(t *testing.T)                        { prove(t, 8) }
func TestPrediction09IncidentsPerApplicationRiseWithTeams(t *testing.T)     { prove(t, 9) }
func TestPrediction10LossGrowsFasterThanTeams(t *testing.T)                 { prove(t, 10) }
func TestPrediction11BurnoutRisesWithLoadAndTakesCapacity(t *testing.T)     { prove(t, 11) }
func TestPrediction12BusyShiftsBecomeUsual(t *testing.T)                    { prove(t, 12) }

// Structure.

func TestPrediction13OneLevelLessRestoresSooner(t *testing.T)                 { prove(t, 13) }
func TestPrediction14AlertsToOperationsAtOnceHarmNearSaturation(t *testing.T) { prove(t, 14) }
func TestPrediction15MorePeopleAtTheDeskSpareNobody(t *testing.T)             { prove(t, 15) }
func TestPrediction16ApprovalBoardDelaysAndPreventsNothing(t *testing.T)      { prove(t, 16) }
func TestPrediction17StandardChangesAreOftenerAndSafer(t *testing.T)          { prove(t, 17) }
func TestPrediction18WithheldRightsCallTeamsOftener(t *testing.T)             { prove(t, 18) }
func TestPrediction19OperationsRestoresPartByItself(t *testing.T)             { prove(t, 19) }
func TestPrediction20PaidStandbyShortensNightsNotDays(t *testing.T)           { prove(t, 20) }
func TestPrediction21DisbandedTeamsLeaveDebt(t *testing.T)                    { prove(t, 21) }
func TestPrediction22WorkDoneAgainExplodesNearSaturation(t *testing.T)        { prove(t, 22) }
func TestPrediction23PoolingWaitsLessSpecialisingWorksFaster(t *testing.T)    { prove(t, 23) }
func TestPrediction24AlertStormsWaitLonger(t *testing.T)                      { prove(t, 24) }

// Knowledge, work and people.

func TestPrediction25RunbooksHelpAndGoStale(t *testing.T)                         { prove(t, 25) }
func TestPrediction26TelemetryDetectsAndRoutes(t *testing.T)                      { prove(t, 26) }
func TestPrediction27NoiseDelaysAcknowledgement(t *testing.T)                     { prove(t, 27) }
func TestPrediction29SynchronisationGrowsWithApplicationsAndChanges(t *testing.T) { prove(t, 29) }
func TestPrediction30HeroesAreFastAloneAndBurn(t *testing.T)                      { prove(t, 30) }
func TestPrediction31LoadSpeedsUpThenSlowsDown(t *testing.T)                      { prove(t, 31) }
func TestPrediction32NightsAreSlower(t *testing.T)                                { prove(t, 32) }
func TestPrediction33RestPays(t *testing.T)                                       { prove(t, 33) }
func TestPrediction34RushToFixReturns(t *testing.T)                               { prove(t, 34) }
func TestPrediction35ImprovementPreventsIncidents(t *testing.T)                   { prove(t, 35) }

// Economics.

func TestPrediction36PremiumAgainstCover(t *testing.T)     { prove(t, 36) }
func TestPrediction37RotasCostInProportion(t *testing.T)   { prove(t, 37) }
func TestPrediction40ThreeNinesAreOutOfReach(t *testing.T) { prove(t, 40) }
func TestPrediction41SavingOnPeopleCostsMore(t *testing.T) { prove(t, 41) }
func TestPrediction42HybridHelpsOnlyTheMoved(t *testing.T) { prove(t, 42) }
func TestPrediction43ExitRuleKeepsLoadOff(t *testing.T)    { prove(t, 43) }

// What must not come out.

func TestPrediction44DurationDoesNotDependOnSeverity(t *testing.T)    { prove(t, 44) }
func TestPrediction45SeasonDoesNotShowSmallImprovements(t *testing.T) { prove(t, 45) }
func TestPrediction46ApprovalBoardDoesNotLowerFailures(t *testing.T)  { prove(t, 46) }
func TestPrediction47SaturationNeverHasShortQueues(t *testing.T)      { prove(t, 47) }
func TestPrediction48LittlesLaw(t *testing.T)                         { prove(t, 48) }
