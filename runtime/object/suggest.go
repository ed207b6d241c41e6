package object

// Costs and limits of CPython 3.13 Lib/traceback.py, _compute_suggestion_error.
const (
	suggestMoveCost      = 2
	suggestCaseCost      = 1
	suggestNameMax       = 40
	suggestCandidatesMax = 750
)

// Suggest returns the candidate nearest to a misspelt name, "" when none is near enough:
// at most a third of the letters may differ. The first of equally near ones wins.
func Suggest(name string, candidates []string) string {
	if len(candidates) > suggestCandidatesMax || len(name) > suggestNameMax {
		return ""
	}
	best, bestDistance := "", 0
	for _, c := range candidates {
		if c == name {
			continue
		}
		limit := (len(name) + len(c) + 3) * suggestMoveCost / 6
		if best != "" {
			limit = min(limit, bestDistance-1)
		}
		d := editDistance(name, c, limit)
		if d > limit {
			continue
		}
		if best == "" || d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

func substitutionCost(a, b byte) int {
	switch {
	case a == b:
		return 0
	case lowerByte(a) == lowerByte(b):
		return suggestCaseCost
	}
	return suggestMoveCost
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// editDistance is the weighted Levenshtein distance, or limit+1 when it is greater.
func editDistance(a, b string, limit int) int {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if a == "" || b == "" {
		return suggestMoveCost * (len(a) + len(b))
	}
	if len(a) > suggestNameMax || len(b) > suggestNameMax {
		return limit + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*suggestMoveCost > limit {
		return limit + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * suggestMoveCost
	}
	result := 0
	for j := range len(b) {
		distance := j * suggestMoveCost
		result = distance
		lowest := limit + 1
		for i := range len(a) {
			substitute := distance + substitutionCost(b[j], a[i])
			distance = row[i]
			result = min(substitute, min(result, distance)+suggestMoveCost)
			row[i] = result
			lowest = min(lowest, result)
		}
		if lowest > limit {
			return limit + 1
		}
	}
	return result
}
