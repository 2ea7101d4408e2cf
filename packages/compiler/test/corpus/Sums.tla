---- MODULE Sums ----
\* Recursive operators and functions, operators that take operators, local definitions.
EXTENDS Integers, Sequences, FiniteSets
CONSTANT Limit
VARIABLES bag, total, trail
vars == <<bag, total, trail>>
RECURSIVE FoldSet(_, _, _)
FoldSet(Op(_, _), base, S) ==
  IF S = {} THEN base
  ELSE LET x == CHOOSE y \in S : \A z \in S : y <= z IN Op(x, FoldSet(Op, base, S \ {x}))
Add(a, b) == a + b
SumOf(S) == FoldSet(Add, 0, S)
RECURSIVE Digits(_)
Digits(n) == IF n < 10 THEN <<n>> ELSE Append(Digits(n \div 10), n % 10)
Reverse(s) == LET from[i \in 1..Len(s)] == s[Len(s) - i + 1] IN from
Triangle[n \in 0..20] == IF n = 0 THEN 0 ELSE n + Triangle[n - 1]
Map(F(_), s) == [i \in DOMAIN s |-> F(s[i])]
a \oplus b == (a + b) % Limit
Init == bag \in SUBSET (1..3) /\ total = SumOf(bag) /\ trail = <<>>
Insert == \E x \in 1..4 :
  /\ x \notin bag
  /\ bag' = bag \union {x}
  /\ total' = SumOf(bag')
  /\ trail' = Digits(total' * 7)
Shrink ==
  /\ bag # {}
  /\ LET largest == FoldSet(LAMBDA a, b : IF a > b THEN a ELSE b, 0, bag)
         double(x) == x \oplus x
     IN /\ bag' = bag \ {largest}
        /\ trail' = Reverse(Map(double, trail))
  /\ total' = total - (CHOOSE x \in bag : \A y \in bag : x >= y)
Next == Insert \/ Shrink
Spec == Init /\ [][Next]_vars
Right == total = FoldSet(+, 0, bag)
Small == total <= Triangle[4] /\ Len(trail) <= 2 /\ Triangle[total] >= total
====
