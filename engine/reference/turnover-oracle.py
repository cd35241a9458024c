"""Thirty-digit answers for responses that are made and lost, written apart from the engine: implicit Runge-Kutta by collocation.

    python3 engine/reference/turnover-oracle.py > engine/reference/turnover-oracle.json

Needs mpmath. Concentrations come from the eigenvectors of the compartment equations, the response from twelve Gauss-Legendre stages
(order 24) on steps that grow by a third from a millionth of a minute after each change of the pump. Every case is computed again with
steps that grow by a quarter, and the answers are kept to the digits on which both agree; fewer than fifteen stop the script. Every input
is a double that is read exactly, so the engine and this script answer the same question.
"""
import json
import random
import sys

from mpmath import eig, exp, inverse, legendre, log, lu_solve, matrix, mp, mpf, nstr, polyroots, taylor

mp.dps = 30
draw = random.Random(20261123)
stages = 12


def log_uniform(low, high):
    return low * (high / low) ** draw.random()


def tableau():
    """Gauss-Legendre nodes on 0..1, the collocation matrix and the weights."""
    roots = polyroots(taylor(lambda x: legendre(stages, x), 0, stages)[::-1], maxsteps=500, extraprec=200)
    nodes = sorted((1 + r) / 2 for r in roots)
    powers = matrix(stages, stages)
    for i in range(stages):
        for k in range(stages):
            powers[i, k] = nodes[i] ** k
    change = inverse(powers)
    integrals = matrix(stages, stages)
    for i in range(stages):
        for k in range(stages):
            integrals[i, k] = nodes[i] ** (k + 1) / (k + 1)
    a = integrals * change
    ends = matrix(1, stages)
    for k in range(stages):
        ends[0, k] = mpf(1) / (k + 1)
    return nodes, a, ends * change


nodes, butcher, ends = tableau()


class Body:
    """Plasma, two peripherals and the effect site (all as concentrations of their own amounts) under a constant rate."""

    def __init__(self, p, ke0):
        k10, k12, k21, k13, k31, v1, e = (mpf(x) for x in (p['k10'], p['k12'], p['k21'], p['k13'], p['k31'], p['v1'], ke0))
        self.v1 = v1
        self.matrix = matrix([[-(k10 + k12 + k13), k21, k31, 0], [k12, -k21, 0, 0], [k13, 0, -k31, 0], [e / v1, 0, 0, -e]])
        values, self.vectors = eig(self.matrix)
        self.values = [v.real for v in values]
        self.back = inverse(self.vectors)

    def start(self, state, rate):
        """The part that fades and the part that stays, for plasma, effect site and the whole state at any time."""
        steady = -lu_solve(self.matrix, matrix([mpf(rate), 0, 0, 0])) if rate else matrix(4, 1)
        return self.back * (state - steady), steady

    def at(self, begun, t):
        fades, steady = begun
        state = matrix(4, 1)
        for i in range(4):
            grown = fades[i] * exp(self.values[i] * t)
            for j in range(4):
                state[j] += self.vectors[j, i] * grown
        return matrix([(state[j] + steady[j]).real for j in range(4)])

    def driver(self, begun, t, row):
        fades, steady = begun
        return (sum(self.vectors[row, i] * fades[i] * exp(self.values[i] * t) for i in range(4)) + steady[row]).real


def solve(case, growth):
    body = Body(case['disposition'], case['ke0'] or 1)
    law = case['turnover']
    ec50, gamma = mpf(law['ec50']), mpf(law['gamma'])
    made, makes, lost, loses = (mpf(law[a][b]) for a in ('made', 'lost') for b in ('always', 'driven'))
    doses = case['regimen']
    cuts = sorted({0.0, *(d['from'] for d in doses), *(d['from'] + d['minutes'] for d in doses), *case['times']})
    jumps = {0.0, *(d['from'] for d in doses), *(d['from'] + d['minutes'] for d in doses)}
    state, response, answers = matrix(4, 1), mpf(law['start']), []
    row, per = (3, mpf(1)) if case['ke0'] else (0, 1 / body.v1)
    h = mpf(1)
    for cut, nxt in zip(cuts, cuts[1:] + [None]):
        state[0] += sum(mpf(d['mg']) for d in doses if d['minutes'] == 0 and d['from'] == cut)
        if cut in case['times']:
            answers.append((state[row] * per, response))
        if nxt is None or nxt > case['times'][-1]:
            break
        rate = sum(mpf(d['mg']) / mpf(d['minutes']) for d in doses if d['minutes'] and d['from'] <= cut < d['from'] + d['minutes'])
        begun, now, end = body.start(state, rate), mpf(0), mpf(nxt) - mpf(cut)
        if cut in jumps:
            h = mpf('1e-6')
        while now < end:
            length = min(h, end - now)
            p, l = [], []
            for c in nodes:
                conc = max(body.driver(begun, now + c * length, row) * per, mpf(0))
                s = mpf(0) if conc == 0 else 1 / (1 + exp(gamma * (log(ec50) - log(conc))))
                p.append(made + makes * s)
                l.append(lost + loses * s)
            system, right = matrix(stages, stages), matrix(stages, 1)
            for i in range(stages):
                right[i] = p[i] - l[i] * response
                for j in range(stages):
                    system[i, j] = (1 if i == j else 0) + length * l[i] * butcher[i, j]
            slopes = lu_solve(system, right)
            response += length * sum(ends[0, i] * slopes[i] for i in range(stages))
            now += length
            if length == h:
                h *= growth
        state = body.at(begun, end)
    return answers


def random_case(kind):
    long = kind == 'weeks'
    p = {
        'v1': log_uniform(3, 100),
        'k10': log_uniform(0.01, 0.5),
        'k12': log_uniform(0.02, 0.7),
        'k21': log_uniform(0.01, 0.4),
        'k13': log_uniform(0.01, 0.6),
        'k31': log_uniform(0.001, 0.009),
    }
    ke0 = 0.0 if kind == 'plasma' else log_uniform(0.005, 0.5)
    ec50, gamma = log_uniform(0.02, 0.5), draw.choice([0.7, 1.0, 1.8, 3.0])
    doses = []
    for i in range(draw.randint(2, 4)):
        start = round(draw.uniform(0, 600) if not long else 10080 * i + draw.uniform(0, 4000), 2)
        doses.append({'mg': round(log_uniform(5, 200), 3), 'from': start, 'minutes': draw.choice([0, 40, 40, 240])})
    kout = log_uniform(0.0001, 0.05) if kind != 'fast' else log_uniform(0.5, 2)
    if kind == 'weeks':
        kon, koff = log_uniform(0.001, 0.02), log_uniform(2e-5, 2e-4)
        made, lost, start = (0.0, kon), (koff, kon), 0.0
    else:
        kin = log_uniform(0.01, 10)
        most = draw.choice([-1.0, -0.6, 0.8, 4.0])
        acts = draw.random() < 0.5
        made, lost, start = (kin, kin * most if acts else 0.0), (kout, 0.0 if acts else kout * most), kin / kout
    times = sorted({round(draw.uniform(0, 40000 if long else 1500), 1) for _ in range(8)} | {0.0})
    return {
        'kind': kind,
        'disposition': p,
        'ke0': ke0,
        'turnover': {'ec50': ec50, 'gamma': gamma, 'made': {'always': made[0], 'driven': made[1]}, 'lost': {'always': lost[0], 'driven': lost[1]}, 'start': start},
        'regimen': doses,
        'times': times,
    }


cases = []
for kind, count in (('weeks', 6), ('hours', 6), ('plasma', 3), ('fast', 3)):
    for _ in range(count):
        case = random_case(kind)
        first, second = solve(case, mpf(4) / 3), solve(case, mpf(5) / 4)
        scale = max(r for _, r in second)
        off = max(abs(a[1] - b[1]) / scale for a, b in zip(first, second))
        if off > mpf('1e-15'):
            sys.exit(f'{kind}: two step lengths differ by {nstr(off, 3)}')
        print(kind, nstr(off, 3), file=sys.stderr)
        case['answers'] = [[nstr(c, 17), nstr(r, 17)] for c, r in second]
        cases.append(case)
print(json.dumps({'by': 'turnover-oracle.py, mpmath, 30 digits, collocation of order 24', 'cases': cases}, indent=1))
