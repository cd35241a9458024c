"""Fifty-digit answers for ways in other than the vein, written apart from the engine: the matrix exponential of the compartment equations.

    python3 engine/reference/routes-oracle.py > engine/reference/routes-oracle.json

Needs mpmath. Every input is a double that is read exactly. Unlike the engine, all ways in stand in one matrix and are followed together.
"""
import json
import random

from mpmath import eig, expm, matrix, mp, mpf, nstr

mp.dps = 50
draw = random.Random(20261130)


def log_uniform(low, high):
    return low * (high / low) ** draw.random()


def disposition(liver):
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


def body(p, m):
    """Equations of one substance in a dictionary of rates; gives plasma, liver and what leaves for good, from where."""
    size = m['size']
    names = ['plasma'] + [k for k, out in (('second', 'k12'), ('third', 'k13'), ('liver', 'k14')) if p.get(out)]
    at = {name: size + i for i, name in enumerate(names)}
    m['size'] += len(names)

    def move(source, target, rate):
        m[source, source] = m.get((source, source), mpf(0)) - rate
        if target is not None:
            m[target, source] = m.get((target, source), mpf(0)) + rate

    for name, out, back in (('second', 'k12', 'k21'), ('third', 'k13', 'k31'), ('liver', 'k14', 'k41')):
        if name in at:
            move(at['plasma'], at[name], mpf(p[out]))
            move(at[name], at['plasma'], mpf(p[back]))
    move(at['plasma'], None, mpf(p['k10']))
    losses = [(at['plasma'], mpf(p['k10']), mpf(0))]
    if 'liver' in at:
        move(at['liver'], None, mpf(p['k40']) + mpf(p['k4m']))
        losses.append((at['liver'], mpf(p['k40']), mpf(p['k4m'])))
    return at, losses


def system(case):
    m = {'size': 0}
    parent, losses = body(case['disposition'], m)
    outputs = [(parent['plasma'], mpf(case['disposition']['v1']))]
    formed = []
    for metabolite in case['metabolites']:
        own, _ = body(metabolite['disposition'], m)
        entry = own['plasma']
        for _ in range(metabolite['transitCompartments']):
            pool, rate = m['size'], mpf(metabolite['transitRate'])
            m['size'] += 1
            m[pool, pool] = -rate
            m[entry, pool] = m.get((entry, pool), mpf(0)) + rate
            entry = pool
        for source, rate, more in losses:
            m[entry, source] = m.get((entry, source), mpf(0)) + rate * mpf(metabolite['fraction']) + more
        formed.append((entry, mpf(metabolite['fraction'])))
        outputs.append((own['plasma'], mpf(metabolite['disposition']['v1'])))
    inputs = []
    for dose in case['absorbed']:
        for path in dose['paths']:
            ends = {'plasma': [(parent['plasma'], mpf(1))], 'liver': [(parent.get('liver'), mpf(1))], 'metabolism': formed}[path['into']]
            for rate in reversed(path['rates']):
                pool = m['size']
                m['size'] += 1
                m[pool, pool] = -mpf(rate)
                for target, share in ends:
                    m[target, pool] = m.get((target, pool), mpf(0)) + mpf(rate) * share
                ends = [(pool, mpf(1))]
            start = mpf(dose['at']) + mpf(path['lag'])
            inputs.append((mpf(dose['mg']) * mpf(path['share']), start, mpf(path['release']), ends))
    for dose in case['regimen']:
        inputs.append((mpf(dose['mg']), mpf(dose['from']), mpf(dose['minutes']), [(parent['plasma'], mpf(1))]))
    return m, outputs, inputs


def answers(case):
    rates, outputs, inputs = system(case)
    n = rates.pop('size')
    state, now, found = matrix(n, 1), mpf(0), []
    changes = sorted({t for _, start, minutes, _ in inputs for t in (start, start + minutes)} | {mpf(0)})
    stops = sorted([(t, 1) for t in changes] + [(mpf(t), 0) for t in case['times']])
    flowing = matrix(n, 1)
    for stop, is_change in stops:
        if stop > now:
            m = matrix(n + 1, n + 1)
            for (row, column), rate in rates.items():
                m[row, column] = rate
            for i in range(n):
                m[i, n] = flowing[i]
            full = matrix(n + 1, 1)
            for i in range(n):
                full[i] = state[i]
            full[n] = 1
            state, now = (expm(m * (stop - now), method='taylor') * full)[:n, 0], stop
        if not is_change:
            found.append([nstr(state[c] / v, 20) for c, v in outputs])
            continue
        flowing = matrix(n, 1)
        for mg, start, minutes, ends in inputs:
            for target, share in ends:
                if minutes == 0 and start == stop:
                    state[target] += mg * share
                if minutes > 0 and start <= stop < start + minutes:
                    flowing[target] += mg / minutes * share
    return found


def rates_of(p):
    k10, k12, k21, k13, k31 = (mpf(p[k]) for k in ('k10', 'k12', 'k21', 'k13', 'k31'))
    values, _ = eig(matrix([[k10 + k12 + k13, -k21, -k31], [-k12, k21, 0], [-k13, 0, k31]]))
    return sorted(float(v.real) for v in values)


def path(into, rates, share=None):
    return {
        'into': into,
        'rates': rates,
        'share': share or round(draw.uniform(0.1, 0.6), 3),
        'lag': draw.choice([0, 0, 7.5, 20]),
        'release': draw.choice([0, 13.1, 29.9]),
    }


def case(kind):
    p = disposition(kind == 'liver')
    metabolite = disposition(False)
    metabolite.update(k13=0.0, k31=0.0)
    transit = 0 if kind == 'liver' else draw.choice([0, 2])
    ka = log_uniform(0.005, 0.5)
    if kind == 'alike':
        ka = draw.choice(rates_of(p))
    if kind == 'near':
        ka = draw.choice(rates_of(p)) * (1 + draw.choice([-1, 1]) * 10.0 ** -draw.randint(3, 14))
    paths = {
        'first order': lambda: [{**path('plasma', [ka]), 'release': 0}],
        'zero order': lambda: [{**path('plasma', []), 'release': 13.1}],
        'liver': lambda: [path('plasma', [ka]), path('liver', [log_uniform(0.01, 0.1)])],
        'first pass': lambda: [path('plasma', [ka]), path('metabolism', [ka, log_uniform(0.05, 0.2)])],
    }.get(kind, lambda: [path('plasma', [ka, ka]), path('plasma', [ka])])
    return {
        'kind': kind,
        'disposition': p,
        'metabolites': [{'disposition': metabolite, 'fraction': 0.0 if kind == 'liver' else 0.8, 'transitCompartments': transit, 'transitRate': ka if kind == 'alike' else 0.0995}],
        'regimen': [{'mg': 20, 'from': 30, 'minutes': 40}] if draw.random() < 0.5 else [],
        'absorbed': [{'mg': round(log_uniform(5, 100), 2), 'at': at, 'paths': paths()} for at in draw.choice([[0], [0, 240]])],
        'times': sorted({round(log_uniform(1, 2000), 1) for _ in range(5)} | {30.0}),
    }


cases = [case(kind) for kind in ['first order'] * 6 + ['zero order'] * 4 + ['liver'] * 5 + ['first pass'] * 6 + ['alike'] * 6 + ['near'] * 8]
for one in cases:
    one['answers'] = answers(one)
print(json.dumps({'by': 'routes-oracle.py, mpmath, 50 digits', 'cases': cases}, indent=1))
