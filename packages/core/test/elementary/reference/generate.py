#!/usr/bin/env python3
"""Correctly rounded values of the elementary functions, from MPFR through gmpy2 (Debian: python3-gmpy2).

Writes <function>.json beside this file: { count, data }, data being base64 of little-endian f64 values: for each sample
its arguments, then the value as the nearest f64, and what is left of the exact value in ulps of that f64, so that errors
well below one ulp can be told. Samples are seeded; run it again and the files stay the same.
"""
import base64, json, math, pathlib, random, struct
import gmpy2

gmpy2.get_context().precision = 200
count = 4000
here = pathlib.Path(__file__).parent


def bits(rng):
    return struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]


def near(rng, x):
    return x * (1 + rng.uniform(-1, 1) * 2.0 ** -rng.randint(1, 52))


def exp_argument(rng, i):
    ln2 = math.log(2)
    return [
        lambda: rng.uniform(-745.2, 709.8),
        lambda: rng.uniform(-2, 2),
        lambda: near(rng, ln2 * (rng.randint(-1070, 1020) + 0.5)),
        lambda: rng.uniform(-745.2, -707),
        lambda: rng.uniform(-1, 1) * 2.0 ** -rng.randint(1, 60),
        lambda: rng.uniform(709, 709.79),
    ][i % 6]()


def log_argument(rng, i):
    return abs([
        lambda: bits(rng),
        lambda: near(rng, 1.0),
        lambda: near(rng, math.sqrt(2) * 2.0 ** rng.randint(-3, 3)),
        lambda: rng.uniform(0.5, 2),
        lambda: 5e-324 * rng.randint(1, 2**52),
        lambda: rng.uniform(0, 1000),
    ][i % 6]())


def pow_arguments(rng, i):
    x = log_argument(rng, i)
    scale = math.log(x) if 0 < x < math.inf else 0
    if scale == 0:
        return 1.5, rng.uniform(-1000, 1000)
    y = [
        lambda: rng.uniform(-745, 709) / scale,
        lambda: rng.uniform(-3, 3),
        lambda: float(rng.randint(-40, 40)),
        lambda: near(rng, 709 / scale),
        lambda: rng.uniform(-745, -707) / scale,
    ][(i // 6) % 5]()
    return x, y


def write(name, arguments, function):
    rng = random.Random(name)
    out = []
    i = 0
    while len(out) < count:
        args = arguments(rng, i)
        args = args if isinstance(args, tuple) else (args,)
        i += 1
        if not all(map(math.isfinite, args)) or (name != "exp" and args[0] <= 0):
            continue
        exact = function(*map(gmpy2.mpfr, args))
        value = float(exact)
        if not math.isfinite(value):
            continue
        out.append((*args, value, float((exact - gmpy2.mpfr(value)) / gmpy2.mpfr(math.ulp(value)))))
    flat = [number for sample in out for number in sample]
    data = base64.b64encode(struct.pack(f"<{len(flat)}d", *flat)).decode()
    (here / f"{name}.json").write_text(json.dumps({"count": count, "data": data}) + "\n")


write("exp", exp_argument, gmpy2.exp)
write("log", log_argument, gmpy2.log)
write("pow", pow_arguments, lambda x, y: x**y)
