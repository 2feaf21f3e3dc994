#!/usr/bin/env python3
"""Recomputes draws: verify_draw.py BUNDLE... says for each, public or full, whether it holds; exit 1 when one does not."""
import hashlib, sys
WORDS, faults = "xinheng-draw 2,plan,source,team,annex,excluded,inspector,ticket,sealed,entropy,salt,stratum,class,conflict,open,visit".split(","), []
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def fault(path):
    lines = open(path, "rb").read().decode().split("\n")[:-1]
    rows, text = [line.split("\t") for line in lines], lambda part: "".join(line + "\n" for line in part).encode()
    of, at = lambda word: [row[1:] for row in rows if row[0] == word], [WORDS.index(r[0]) if r[0] in WORDS else -1 for r in rows]
    if at[:5] != [0, 1, 2, 3, 4] or at != sorted(at): return "it is not written as a bundle"
    (root, sealed), (published, entropy), size = of("sealed")[0], of("entropy")[0], int(of("team")[0][0])
    if sha(text(lines[:at.index(8)])).hex() != root: return "the frozen lines were changed"
    if published <= sealed: return "the seed is not younger than the commitment"
    (lots, opened, home, visits), seed, conflicts = ({}, {}, {}, []), sha((root + "\n" + entropy).encode()), {c: set(s.split(",")) for c, s in of("conflict")}
    for lot, commitment in sorted(of("ticket")): lots.setdefault(lot, set()).add(commitment)
    if size < 2 or len(set(map(len, lots.values()))) > 1 or sum(map(len, lots.values())) != len(of("ticket")): return "a size is wrong"
    for commitment, salt, *row in of("open"):
        if sha(bytes.fromhex(salt), "\t".join(row).encode()).hex() != commitment: return "a ticket is not the committed one"
        opened[commitment] = [row[1]] + [part.split(",") if part else [] for part in row[2:]]
        if commitment not in lots[row[0]] or home.setdefault(row[1] or commitment, row[0]) != row[0]: return "a ticket is in no lot, or one of two"
        if conflicts.get(row[1], set()) & set(opened[commitment][2]): return "a candidate has a conflict"
    for salt, in of("salt"):  # only the full bundle has it, and opens everything
        if sha(bytes.fromhex(salt), text(lines[at.index(10) + 1:at.index(14)])).hex() != of("annex")[0][0] or len(opened) != len(of("ticket")): return "the annex was changed, or not all is opened"
        for lot in ([opened[ticket][0] for ticket in lot] for lot in lots.values()):
            if len({lot.count(code) for code in lot if code}) != 1: return "chances in a lot are unequal"
    skills, load = {staff: set(skill.split(",") if skill else []) for staff, skill, _ in of("inspector")}, {staff: int(n) for staff, _, n in of("inspector")}
    for lot in lots.values():  # one is drawn of each, blanks are passed over
        key = next(c for c in sorted(lot, key=lambda c: sha(seed, bytes.fromhex(c))) if opened[c][0])
        (_, needs, fit), team = opened[key], []
        fit = sorted((s for s in fit if not needs or skills[s] & set(needs)), key=lambda s: (load[s], sha(seed, bytes.fromhex(key), s.encode())))
        for need in needs: team += [s for s in fit if need in skills[s]][:not any(need in skills[s] for s in team)]
        team += [s for s in fit if s not in team][:max(0, size - len(team))]
        for staff in team: load[staff] += 1
        visits.append([key, ",".join(team)] if len(team) >= size and set(needs) <= set().union(*map(skills.get, team)) else ["no team"])
    return None if visits == of("visit") else "the visits are not those that the seed gives"
for path in sys.argv[1:]:
    try: faults.append(fault(path))
    except (LookupError, ValueError, TypeError, StopIteration) as broken: faults.append(f"it cannot be computed: {broken!r}")
    print(path, faults[-1] or "holds", sep="\t")
sys.exit(any(faults))
