# := at statement level.
x := 5
