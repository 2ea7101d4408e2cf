@!@!@STARTMSG 2262:0 @!@!@
TLC2 Version 2.18 of 20 March 2023
@!@!@ENDMSG 2262 @!@!@
@!@!@STARTMSG 2187:0 @!@!@
Running breadth-first search Model-Checking with fp 0 and seed -7832505024576476225 with 1 worker.
@!@!@ENDMSG 2187 @!@!@
@!@!@STARTMSG 2220:0 @!@!@
Starting SANY...
@!@!@ENDMSG 2220 @!@!@
Parsing file Assume.tla
Parsing file Integers.tla
Parsing file TLC.tla
Parsing file Naturals.tla
Parsing file Sequences.tla
Parsing file FiniteSets.tla
Semantic processing of module Naturals
Semantic processing of module Integers
Semantic processing of module Sequences
Semantic processing of module FiniteSets
Semantic processing of module TLC
Semantic processing of module Assume
@!@!@STARTMSG 2219:0 @!@!@
SANY finished.
@!@!@ENDMSG 2219 @!@!@
@!@!@STARTMSG 2185:0 @!@!@
Starting... (2026-11-21 06:34:42)
@!@!@ENDMSG 2185 @!@!@
@!@!@STARTMSG 2104:1 @!@!@
Assumption line 14, col 8 to line 14, col 12 of module Assume is false.
@!@!@ENDMSG 2104 @!@!@
@!@!@STARTMSG 2186:0 @!@!@
Finished in 345ms at (2026-11-21 06:34:43)
@!@!@ENDMSG 2186 @!@!@
