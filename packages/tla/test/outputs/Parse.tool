@!@!@STARTMSG 2262:0 @!@!@
TLC2 Version 2.18 of 20 March 2023
@!@!@ENDMSG 2262 @!@!@
@!@!@STARTMSG 2187:0 @!@!@
Running breadth-first search Model-Checking with fp 0 and seed 6702330569524065429 with 1 worker.
@!@!@ENDMSG 2187 @!@!@
@!@!@STARTMSG 2220:0 @!@!@
Starting SANY...
@!@!@ENDMSG 2220 @!@!@
Parsing file Parse.tla
***Parse Error***
Was expecting "==== or more Module body"
Encountered "2" at line 14, column 10 and token "=" 

Residual stack trace follows:
Module definition starting at line 1, column 1.


Fatal errors while parsing TLA+ spec in file Parse

tla2sany.semantic.AbortException
*** Abort messages: 1

In module Parse

Could not parse module Parse from file Parse.tla


@!@!@STARTMSG 2219:0 @!@!@
SANY finished.
@!@!@ENDMSG 2219 @!@!@
@!@!@STARTMSG 2185:0 @!@!@
Starting... (2026-11-21 06:16:30)
@!@!@ENDMSG 2185 @!@!@
@!@!@STARTMSG 3002:1 @!@!@
Parsing or semantic analysis failed.
@!@!@ENDMSG 3002 @!@!@
@!@!@STARTMSG 2186:0 @!@!@
Finished in 187ms at (2026-11-21 06:16:30)
@!@!@ENDMSG 2186 @!@!@
