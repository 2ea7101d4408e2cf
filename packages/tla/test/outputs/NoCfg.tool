@!@!@STARTMSG 2262:0 @!@!@
TLC2 Version 2.18 of 20 March 2023
@!@!@ENDMSG 2262 @!@!@
@!@!@STARTMSG 2187:0 @!@!@
Running breadth-first search Model-Checking with fp 0 and seed -1505513455810278028 with 1 worker.
@!@!@ENDMSG 2187 @!@!@
@!@!@STARTMSG 1000:1 @!@!@
TLC threw an unexpected exception.
This was probably caused by an error in the spec or model.
See the User Output or TLC Console for clues to what happened.
The exception was a tlc2.tool.ConfigFileException
: @!@!@STARTMSG 5001:0 @!@!@
TLC encountered the following error when trying to read the configuration file NoCfg.cfg:
File not found.
@!@!@ENDMSG 5001 @!@!@
@!@!@ENDMSG 1000 @!@!@
@!@!@STARTMSG 2186:0 @!@!@
Finished in 170ms at (2026-11-21 06:16:29)
@!@!@ENDMSG 2186 @!@!@
