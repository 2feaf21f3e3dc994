#!/usr/bin/env python3
"""Recomputes draws: verify_draw.py BUNDLE... says for each whether it holds; exit 1 when one does not."""
import hashlib, sys
WORDS = "xinheng-draw 1,plan,source,team,stratum,excluded,inspector,row,sealed,entropy,open,visit".split(",")
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def fault(path):
    lines = open(path, "rb").read().decode().split("\n")[:-1]
    rows = [line.split("\t") for line in lines]
    of, at = lambda word: [row[1:] for row in rows if row[0] == word], [WORDS.index(r[0]) if r[0] in WORDS else -1 for r in rows]
    if at[:4] != [0, 1, 2, 3] or at != sorted(at): return "it is not written as a bundle"
    (root, sealed), (published, entropy), size = of("sealed")[0], of("entropy")[0], int(of("team")[0][0])
    frozen = "".join(line + "\n" for line in lines[:at.index(8)])
    if sha(frozen.encode()).hex() != root: return "the frozen lines were changed"
    if published <= sealed: return "the seed is not younger than the commitment"
    pool, opened = {commitment: stratum for stratum, commitment in of("row")}, {}
    strata = {label: int(number) for label, number, _ in of("stratum")}
    if size < 2 or len(pool) != len(of("row")): return "fewer than two inspectors, or a row twice"
    if any(list(pool.values()).count(label) != strata.get(label) for label in [*strata, *pool.values()]): return "a size is wrong"
    for commitment, salt, *row in of("open"):
        if sha(bytes.fromhex(salt), "\t".join(row).encode()).hex() != commitment: return "a row is not the committed one"
        if pool.get(commitment) != row[0]: return "an opened row is not in the pool"
        opened[commitment] = [part.split(",") if part else [] for part in row[2:]]
    seed, visits = sha((root + "\n" + entropy).encode()), []
    skills = {staff: set(skill.split(",") if skill else []) for staff, skill, _ in of("inspector")}
    load = {staff: int(number) for staff, _, number in of("inspector")}
    for stratum, _, take in of("stratum"):
        for commitment in sorted((c for c in pool if pool[c] == stratum), key=lambda c: sha(seed, bytes.fromhex(c)))[:int(take)]:
            (needs, conflicts), key, team = opened[commitment], bytes.fromhex(commitment), []
            fit = [s for s in skills if s not in conflicts and (not needs or skills[s] & set(needs))]
            fit.sort(key=lambda s: (load[s], sha(seed, key, s.encode())))
            for need in needs:
                if not any(need in skills[s] for s in team): team += [s for s in fit if need in skills[s]][:1]
            team += [s for s in fit if s not in team][:max(0, size - len(team))]
            if len(team) < size: return "a team is too small"
            for staff in team: load[staff] += 1
            visits.append([commitment, ",".join(team)])
    return None if visits == of("visit") else "the visits are not those that the seed gives"
faults = [(path, fault(path)) for path in sys.argv[1:]]
for path, why in faults: print(path, why or "holds", sep="\t")
sys.exit(any(why for _, why in faults))
