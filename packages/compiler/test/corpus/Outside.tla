---- MODULE Outside ----
\* A function is applied outside its domain after some steps.
EXTENDS Naturals, Sequences
VARIABLES at, tape
Init == at = 1 /\ tape = <<3, 2, 4, 1>>
Next == at' = at + tape[at] /\ UNCHANGED tape
====
