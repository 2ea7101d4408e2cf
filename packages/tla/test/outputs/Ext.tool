@!@!@STARTMSG 2262:0 @!@!@
TLC2 Version 2.18 of 20 March 2023
@!@!@ENDMSG 2262 @!@!@
@!@!@STARTMSG 2187:0 @!@!@
Running breadth-first search Model-Checking with fp 0 and seed -8914502231713330193 with 1 worker.
@!@!@ENDMSG 2187 @!@!@
@!@!@STARTMSG 2220:0 @!@!@
Starting SANY...
@!@!@ENDMSG 2220 @!@!@
Parsing file Ext.tla
Parsing file Integers.tla
File does not exist: Nowhere.tla while looking in these directories: tla2tools.jar!/tla2sany/StandardModules/

Fatal errors while parsing TLA+ spec in file Ext

tla2sany.semantic.AbortException
*** Abort messages: 1

Unknown location

Cannot find source file for module Nowhere imported in module Ext.


@!@!@STARTMSG 2219:0 @!@!@
SANY finished.
@!@!@ENDMSG 2219 @!@!@
@!@!@STARTMSG 2185:0 @!@!@
Starting... (2026-11-21 06:21:23)
@!@!@ENDMSG 2185 @!@!@
@!@!@STARTMSG 3002:1 @!@!@
Parsing or semantic analysis failed.
@!@!@ENDMSG 3002 @!@!@
@!@!@STARTMSG 2186:0 @!@!@
Finished in 209ms at (2026-11-21 06:21:23)
@!@!@ENDMSG 2186 @!@!@
