package syntax

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParamsReadTheFormOfEachKind(t *testing.T) {
	source := "WORKERS = 3  #@param {type:\"slider\", min:1, max:20, step:2}\r\n" +
		"x = 1\n" +
		"delay: float=0.5 #@param { \"type\" : \"slider\" , min : 0.1, max : 2.0 }\n" +
		"n = -7 #@param {type:\"number\"}\n" +
		"    fast = True  #@param {type:\"boolean\"}\n" +
		"mode = 'b'  #@param [\"a\", \"b\"]\n" +
		"who = \"me\"  #@param {type:\"string\"}\n"
	params := Params(source)
	require.Len(t, params, 6)
	for _, p := range params {
		assert.Empty(t, p.Err, p.Name)
		assert.Equal(t, p.ValueText, source[p.ValueStart:p.ValueEnd], p.Name)
	}
	assert.Equal(t, Param{Name: "WORKERS", Line: 1, Kind: ParamSlider, Min: 1, Max: 20, Step: 2, ValueText: "3", ValueStart: 10, ValueEnd: 11}, params[0])
	assert.Equal(t, "delay", params[1].Name)
	assert.Equal(t, 3, params[1].Line)
	assert.Equal(t, []float64{0.1, 2, 0.01}, []float64{params[1].Min, params[1].Max, params[1].Step})
	assert.Equal(t, ParamNumber, params[2].Kind)
	assert.Equal(t, ParamBoolean, params[3].Kind)
	assert.Equal(t, []string{"a", "b"}, params[4].Choices)
	assert.Equal(t, ParamString, params[5].Kind)
}

func TestParamsSayWhatIsWrong(t *testing.T) {
	for line, want := range map[string]string{
		`x = 1 #@param {type:"dial"}`:                  `unknown #@param type "dial": slider, number, boolean and string are known`,
		`x = 1 #@param {type:"slider", min:5, max:2}`:  "a slider needs min < max and step > 0",
		`x = 1 #@param {type:"slider", min:NaN}`:       `the #@param field min is not a number: "NaN"`,
		`x = f() #@param {type:"number"}`:              "x must be a number, not f()",
		`x = 1j #@param {type:"number"}`:               "x must be a number, not 1j",
		`x = 1 #@param {type:"boolean"}`:               "x must be True or False, not 1",
		`x = "c" #@param ["a", "b"]`:                   "x must be one of a, b",
		`x = "c" #@param ["a", "b`:                     "the #@param choices have no closing ]",
		`x = 1 #@param {type:"number"`:                 "the #@param form has no closing }",
		`x = 1 #@param slider`:                         "a #@param form starts with { or [",
		`x =  #@param {type:"number"}`:                 "x must be a number, not ",
		`x = "a" + "b" #@param {type:"string"}`:        `x must be a string in quotes, not "a" + "b"`,
		`x = 1 #@param {type:"slider", min:1, max: x}`: `the #@param field max is not a number: "x"`,
	} {
		params := Params(line)
		require.Len(t, params, 1, line)
		assert.Equal(t, want, params[0].Err, line)
	}
}

func TestParamsIgnoreOtherLines(t *testing.T) {
	for _, line := range []string{"#@param {type:\"number\"}", "x.y = 1 #@param {}", "if x == 1: #@param {}", "x = 1 # param", "f(a=1) #@param {}"} {
		assert.Empty(t, Params(line), line)
	}
}

func TestSetParamReplacesOnlyTheLiteral(t *testing.T) {
	source := "# é\nN  =  3   #@param {type:\"slider\", min:1, max:20}\r\nm = 'a' #@param [\"a\", \"b c\"]\nok = True #@param {type:\"boolean\"}\n"
	got, err := SetParam(source, "N", "12")
	require.NoError(t, err)
	assert.Equal(t, "# é\nN  =  12   #@param {type:\"slider\", min:1, max:20}\r\nm = 'a' #@param [\"a\", \"b c\"]\nok = True #@param {type:\"boolean\"}\n", got)
	got, err = SetParam(source, "m", "b c")
	require.NoError(t, err)
	assert.Contains(t, got, "m = 'b c' #@param")
	got, err = SetParam(source, "ok", "False")
	require.NoError(t, err)
	assert.Contains(t, got, "ok = False #@param")
	for name, value := range map[string]string{"N": "1; import os", "m": "z", "ok": "0", "none": "1"} {
		_, err := SetParam(source, name, value)
		assert.Error(t, err, name)
	}
}

func TestNumbersHavePlacesInCharacters(t *testing.T) {
	source := "x = 1\ns = 'é' + 2.5e3 # 9\n\ty = f'{10:>{4}}' + 0x1F\r\nz = 'open"
	assert.Equal(t, []NumberLiteral{
		{Line: 1, Col: 5, EndCol: 6, Text: "1", Start: 4, End: 5},
		{Line: 2, Col: 11, EndCol: 16, Text: "2.5e3", Start: 17, End: 22},
		{Line: 3, Col: 9, EndCol: 11, Text: "10", Start: 35, End: 37},
		{Line: 3, Col: 14, EndCol: 15, Text: "4", Start: 40, End: 41},
		{Line: 3, Col: 21, EndCol: 25, Text: "0x1F", Start: 47, End: 51},
	}, Numbers(source))
}
