---- MODULE PostboxSymmetric ----
\* The same, with the senders' names told apart no more.
EXTENDS Postbox
====
