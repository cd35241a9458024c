"""Modes and second derivatives of posteriors, found apart from the engine: matrix exponentials, complex-step gradients, scipy's optimisers.

    python3 engine/reference/fit/modes.py > engine/reference/fit/modes.json

Needs numpy and scipy. The kinetics is expm of the compartment matrix with the infusion as one more state; nothing is taken from eigenvalues.
The gradient is exact to rounding (imaginary step of 1e-30), the minimum is polished by Newton until the gradient is rounding.
"""
import json
import math
import random

import numpy as np
from scipy.linalg import expm
from scipy.optimize import minimize

draw = random.Random(20261124)
NAMES = ['cl', 'v1', 'q2', 'v2', 'q3', 'v3']


def log_uniform(low, high):
    return low * (high / low) ** draw.random()


def random_body(compartments):
    p = {'cl': log_uniform(0.4, 3), 'v1': log_uniform(4, 150), 'q2': 0.0, 'v2': 0.0, 'q3': 0.0, 'v3': 0.0}
    if compartments > 1:
        p.update(q2=log_uniform(0.3, 4), v2=log_uniform(20, 150))
    if compartments > 2:
        p.update(q3=log_uniform(0.2, 1.5), v3=log_uniform(100, 400))
    return p


def matrix_of(theta):
    cl, v1, q2, v2, q3, v3 = theta
    m = np.zeros((4, 4), dtype=complex)
    m[0, 0] = -(cl + q2 + q3) / v1
    m[0, 3] = 1 / v1
    if q2 != 0:
        m[0, 1] = q2 / v1
        m[1, 0] = q2 / v2
        m[1, 1] = -q2 / v2
    if q3 != 0:
        m[0, 2] = q3 / v1
        m[2, 0] = q3 / v3
        m[2, 2] = -q3 / v3
    return m


def concentrations(theta, doses, times):
    """Each dose apart, then added: the engine walks through all of them at once."""
    m = matrix_of(theta)
    v1 = theta[1]
    total = []
    for t in times:
        c = 0
        for d in doses:
            since = t - d['from']
            if since < 0:
                continue
            if d['minutes'] == 0:
                c = c + expm(m * since)[0, 0] * d['mg'] / v1
            else:
                on = min(since, d['minutes'])
                rise = expm(m * on)
                state = rise[:3, 3] * d['mg'] / d['minutes']
                c = c + (expm(m[:3, :3] * (since - on)) @ state)[0]
        total.append(c)
    return total


def normal_below(z):
    """ln of the chance below z, for a complex z close to a real one: value at the real part, slope carried by hand."""
    x = z.real
    chance = 0.5 * math.erfc(-x / math.sqrt(2))
    slope = math.exp(-0.5 * x * x) / math.sqrt(2 * math.pi) / chance
    return math.log(chance) + 1j * slope * z.imag


def objective(eta, case):
    theta = [case['typical'][n] + 0j for n in NAMES]
    for name, e in zip(case['of'], eta):
        i = NAMES.index(name)
        theta[i] = theta[i] * np.exp(e)
    r = case['residual']
    total = np.dot(eta, np.dot(case['precision'], eta))
    for f, o in zip(concentrations(theta, case['regimen'], [o['time'] for o in case['observations']]), case['observations']):
        if 'logSd' in r:
            sd = r['logSd'] + 0j
            z = (np.log(o.get('plasma', o.get('below'))) - np.log(f)) / sd
        else:
            sd = np.sqrt((r['proportional'] * f) ** 2 + r['additive'] ** 2)
            z = (o.get('plasma', o.get('below')) - f) / sd
        if 'below' in o:
            total = total - 2 * normal_below(z)
        elif case['robust'] == 'none':
            total = total + z * z + 2 * np.log(sd)
        else:
            nu = case['robust']
            total = total + (nu + 1) * np.log(1 + z * z / nu) + 2 * np.log(sd)
    return total


def gradient(eta, case):
    g = np.zeros(len(eta))
    for i in range(len(eta)):
        e = np.array(eta, dtype=complex)
        e[i] += 1e-30j
        g[i] = objective(e, case).imag / 1e-30
    return g


def hessian(eta, case):
    """Fourth-order central differences of the exact gradient."""
    n = len(eta)
    h = np.zeros((n, n))
    step = 4e-4
    for i in range(n):
        d = np.zeros(n)
        d[i] = step
        h[i] = (8 * (gradient(eta + d, case) - gradient(eta - d, case)) - (gradient(eta + 2 * d, case) - gradient(eta - 2 * d, case))) / (12 * step)
    return (h + h.T) / 2


def value(eta, case):
    return objective(np.array(eta, dtype=complex), case).real


def solve(case):
    best = None
    for start in [np.zeros(len(case['of']))] + ([np.array([draw.gauss(0, 0.3) for _ in case['of']])] if case['robust'] != 'none' else []):
        found = minimize(value, start, args=(case,), jac=gradient, method='BFGS', options={'gtol': 1e-7}).x
        for _ in range(6):
            h = hessian(found, case)
            step = np.linalg.solve(h, gradient(found, case))
            if np.max(np.abs(step)) > 0.1:
                break
            found = found - step
            if np.max(np.abs(step)) < 1e-12:
                break
        if best is None or value(found, case) < value(best, case) - 1e-9:
            best = found
    return best


def random_covariance(n):
    sd = [log_uniform(0.1, 0.6) for _ in range(n)]
    a = np.array([[draw.gauss(0, 1) for _ in range(n + 3)] for _ in range(n)])
    c = a @ a.T
    d = np.sqrt(np.diag(c))
    return c / np.outer(d, d) * np.outer(sd, sd)


def random_case(index):
    compartments = draw.choice([1, 2, 3, 3, 3])
    typical = random_body(compartments)
    possible = NAMES[: 2 * compartments]
    of = sorted(draw.sample(possible, draw.randint(1, len(possible))), key=NAMES.index)
    omega = random_covariance(len(of)).tolist()
    doses = []
    for _ in range(draw.randint(1, 3)):
        doses.append({'mg': round(log_uniform(5, 60), 3), 'from': round(draw.uniform(0, 240), 1), 'minutes': draw.choice([0, 20, 40, 40, 240])})
    doses[0]['from'] = 0
    kind = draw.choice(['combined', 'combined', 'log'])
    residual = {'logSd': round(log_uniform(0.08, 0.3), 4)} if kind == 'log' else {'proportional': round(log_uniform(0.05, 0.3), 4), 'additive': round(log_uniform(5e-4, 5e-3), 6)}
    times = sorted({round(log_uniform(2, 900), 1) for _ in range(draw.randint(1, 9))})
    case = {
        'typical': typical, 'of': of, 'omega': omega, 'regimen': doses, 'residual': residual,
        'robust': draw.choice([4, 7]) if index % 5 == 4 else 'none',
    }
    z = np.linalg.cholesky(np.array(omega)) @ np.array([draw.gauss(0, 1) for _ in of])
    theta = [typical[n] * (math.exp(z[of.index(n)]) if n in of else 1) for n in NAMES]
    observations = []
    for t, f in zip(times, concentrations(theta, doses, times)):
        f = f.real
        e = draw.gauss(0, 1)
        y = f * math.exp(residual['logSd'] * e) if kind == 'log' else f + math.hypot(residual['proportional'] * f, residual['additive']) * e
        limit = 0.004
        if y < limit:
            observations.append({'time': t, 'below': limit})
        else:
            observations.append({'time': t, 'plasma': y})
    case['observations'] = observations
    case['precision'] = np.linalg.inv(np.array(omega)).tolist()
    return case


def main():
    cases = []
    index = 0
    while len(cases) < 240:
        case = random_case(index)
        index += 1
        eta = solve(case)
        g = gradient(eta, case)
        h = hessian(eta, case)
        if np.max(np.abs(g)) > 1e-8 or np.min(np.linalg.eigvalsh(h)) <= 0:
            raise SystemExit(f'case {index} was not solved: {g}')
        case.pop('precision')
        case.update(eta=eta.tolist(), objective=value(eta, {**case, 'precision': np.linalg.inv(np.array(case['omega']))}), hessian=h.tolist())
        cases.append(case)
    rounded = json.loads(json.dumps({'cases': cases}))
    print(json.dumps(rounded, separators=(',', ':')))


main()
