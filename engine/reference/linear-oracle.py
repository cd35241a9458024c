"""Fifty-digit answers for linear kinetics, written apart from the engine: the matrix exponential of the compartment equations.

    python3 engine/reference/linear-oracle.py > engine/reference/linear-oracle.json

Needs mpmath. Every input is a double that is read exactly, so the engine and this script answer the same question.
"""
import json
import random

from mpmath import ceil, eig, expm, eye, log, matrix, mp, mpf, nstr

mp.dps = 50
draw = random.Random(20261123)


def log_uniform(low, high):
    return low * (high / low) ** draw.random()


def random_disposition(liver):
    p = {
        'v1': log_uniform(3, 200),
        'k10': log_uniform(0.005, 0.5),
        'k12': log_uniform(0.005, 0.7),
        'k21': log_uniform(0.005, 0.4),
        'k13': log_uniform(0.002, 0.6),
        'k31': log_uniform(0.0005, 0.02),
    }
    if liver:
        p.update(k10=0.0, k14=log_uniform(0.005, 0.05), k41=log_uniform(0.01, 0.05), k40=log_uniform(0.005, 0.05), k4m=log_uniform(0.01, 0.08))
    return p


def random_regimen():
    doses = []
    for _ in range(draw.randint(1, 5)):
        start = round(draw.uniform(0, 600), 2)
        minutes = draw.choice([0, 0, 10, 40, 40, 240, 1440])
        doses.append({'mg': round(log_uniform(1, 400), 3), 'from': start, 'minutes': minutes})
    return doses


def place(rates, p, add):
    """The compartments of one substance; gives its plasma and where it leaves for good."""
    plasma = add()
    losses = [[plasma, mpf(p['k10']), mpf(0)]]
    for out, back in (('k12', 'k21'), ('k13', 'k31'), ('k14', 'k41')):
        if not p.get(out):
            continue
        beside = add()
        for source, target, rate in ((plasma, beside, p[out]), (beside, plasma, p[back])):
            rates[(source, source)] = rates.get((source, source), mpf(0)) - mpf(rate)
            rates[(target, source)] = rates.get((target, source), mpf(0)) + mpf(rate)
        if out == 'k14':
            losses.append([beside, mpf(p['k40']), mpf(p['k4m'])])
    for compartment, rate, formed in losses:
        rates[(compartment, compartment)] = rates.get((compartment, compartment), mpf(0)) - rate - formed
    return plasma, losses


def system(case):
    """Compartment equations of parent, ways, metabolites and one site on each substance, with a last row that is the constant inflow."""
    rates, count = {}, [0]

    def add():
        count[0] += 1
        return count[0] - 1

    plasma, losses = place(rates, case['disposition'], add)
    outputs = [(plasma, mpf(case['disposition']['v1']))]
    for metabolite in case['metabolites']:
        own, own_losses = place(rates, metabolite['disposition'], add)
        entry = own
        for _ in range(metabolite['transitCompartments']):
            step = add()
            rate = mpf(metabolite['transitRate'])
            rates[(step, step)] = -rate
            rates[(entry, step)] = rates.get((entry, step), mpf(0)) + rate
            entry = step
        for compartment, rate, formed in losses:
            gain = rate * mpf(metabolite['fraction']) + formed
            rates[(entry, compartment)] = rates.get((entry, compartment), mpf(0)) + gain
        outputs.append((own, mpf(metabolite['disposition']['v1'])))
        losses = own_losses
    site, ke0 = add(), mpf(case['ke0'])
    rates[(site, site)] = -ke0
    rates[(site, plasma)] = ke0 / outputs[0][1]
    outputs.append((site, mpf(1)))
    n = count[0]
    m = matrix(n + 1, n + 1)
    for (row, column), rate in rates.items():
        m[row, column] = rate
    m[plasma, n] = 1
    return m, plasma, outputs


def exponential(m):
    """e^m, also where m is so large that its powers need more digits than the answer."""
    largest = max(sum(abs(m[i, j]) for j in range(m.cols)) for i in range(m.rows))
    halvings = max(0, int(ceil(log(largest, 2))) + 8)
    if halvings < 24:
        return expm(m, method='taylor')
    with mp.workdps(mp.dps + 10 + halvings // 3):
        short, total, term, k = m / mpf(2) ** halvings, eye(m.rows), eye(m.rows), 1
        while max(abs(x) for x in term) > mpf(10) ** -mp.dps:
            term = term * short / k
            total, k = total + term, k + 1
        for _ in range(halvings):
            total = total * total
        return +total


def answers(case):
    m, plasma, outputs = system(case)
    n = m.rows - 1
    changes = sorted({t for d in case['regimen'] for t in (mpf(d['from']), mpf(d['from']) + mpf(d['minutes']))} | {mpf(0)})
    state, now, rate = matrix(n, 1), mpf(0), mpf(0)
    found = []
    pending = sorted(case['times'])
    cache = {}

    def go(step):
        if step == 0:
            return state
        key = nstr(step, 30)
        if key not in cache:
            cache[key] = exponential(m * step)
        e = cache[key]
        full = matrix(n + 1, 1)
        for i in range(n):
            full[i] = state[i]
        full[n] = rate
        return (e * full)[:n, 0]

    for i, change in enumerate(changes):
        state, now = go(change - now), change
        for d in case['regimen']:
            if d['minutes'] == 0 and mpf(d['from']) == change:
                state[plasma] += mpf(d['mg'])
        rate = sum((mpf(d['mg']) / mpf(d['minutes']) for d in case['regimen'] if d['minutes'] and mpf(d['from']) <= change < mpf(d['from']) + mpf(d['minutes'])), mpf(0))
        end = changes[i + 1] if i + 1 < len(changes) else mpf('inf')
        while pending and mpf(pending[0]) < end:
            time = mpf(pending.pop(0))
            state, now = go(time - now), time
            found.append([nstr(state[c] / v, 20) for c, v in outputs])
    return found


def rates_of(p):
    """The rates of the plasma curve, as doubles."""
    k10, k12, k21, k13, k31 = (mpf(p[k]) for k in ('k10', 'k12', 'k21', 'k13', 'k31'))
    values, _ = eig(matrix([[k10 + k12 + k13, -k21, -k31], [-k12, k21, 0], [-k13, 0, k31]]))
    return sorted(float(v.real) for v in values)


def case(kind):
    liver = kind == 'liver'
    p = random_disposition(liver)
    ke0 = log_uniform(0.0005, 2)
    metabolites = []
    if kind == 'alike':
        p['k31'] = p['k21']
        ke0 = p['k21']
    if kind == 'two compartments':
        p['k13'] = p['k31'] = 0.0
    if kind in ('chain', 'liver', 'long'):
        for i in range(1 if liver else 2):
            q = random_disposition(False)
            q['k13'] = q['k31'] = 0.0
            metabolites.append({
                'disposition': q,
                'fraction': 0.0 if liver else round(draw.uniform(0.2, 1), 3),
                'transitCompartments': 0 if liver else draw.choice([0, 1, 2, 3]),
                'transitRate': log_uniform(0.02, 2),
            })
    if kind == 'near':
        p['k31'] = p['k21'] * (1 + draw.choice([-1, 1]) * 10.0 ** -draw.randint(3, 14))
        ke0 = draw.choice(rates_of(p)) * (1 + draw.choice([-1, 1]) * 10.0 ** -draw.randint(3, 14))
    times = sorted({round(log_uniform(1, 4000), 1) for _ in range(5)} | {40.0})
    if kind == 'long':
        p['k31'], ke0 = log_uniform(1e-6, 1e-4), log_uniform(1e-6, 1e-4)
        times = [1e-9, 1e-4, 1.0, 40.0, 1e4, 1e5, 1e6, 1e7]
    return {'kind': kind, 'disposition': p, 'ke0': ke0, 'metabolites': metabolites, 'regimen': random_regimen(), 'times': times}


cases = [case(kind) for kind in ['three compartments'] * 14 + ['two compartments'] * 4 + ['alike'] * 4 + ['chain'] * 10 + ['liver'] * 5 + ['near'] * 12 + ['long'] * 4]
for one in cases:
    one['answers'] = answers(one)
print(json.dumps({'by': 'linear-oracle.py, mpmath, 50 digits', 'cases': cases}, indent=1))
