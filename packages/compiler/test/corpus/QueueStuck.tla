---- MODULE QueueStuck ----
\* The same with a small buffer: now all of them can be waiting.
EXTENDS Queue
====
