"""What the generators of reference values share: samplers of arguments, and the files' format.

<function>.bin, little-endian: for each sample its arguments (f64 each), the correctly rounded value (f64), and what is
left of the exact value, in ulps of that f64, as one signed byte round(254 · rest), so that errors well below one ulp can
be told. The values come from MPFR through gmpy2 (Debian: python3-gmpy2). Samples are seeded: run a generator again and
its files stay the same.
"""

import math
import pathlib
import random
import struct

from gmpy2 import mpfr

here = pathlib.Path(__file__).parent


def write(name, arity, function, samples):
    """Writes <name>.bin from samples, each a tuple of `arity` arguments where function is finite.

    The precision is that of the caller's gmpy2 context."""
    out = bytearray()
    for sample in samples:
        exact = function(*map(mpfr, sample))
        value = float(exact)
        if len(sample) != arity or not math.isfinite(value):
            raise ValueError(f"{name}{sample} = {value}")
        rest = float((exact - mpfr(value)) / mpfr(math.ulp(value)))
        out += struct.pack(f"<{arity + 1}db", *sample, value, round(254 * rest))
    (here / f"{name}.bin").write_bytes(out)


def near(rng, x):
    """A number that has the first 1 to 52 bits of x."""
    return x * (1 + rng.uniform(-1, 1) * 2.0 ** -rng.randint(1, 52))


def signed(rng, x):
    """x with either sign."""
    return x if rng.random() < 0.5 else -x


def spread(rng, low=-1074, high=1023.99):
    """A positive number with any exponent from low to high."""
    return 2.0 ** rng.uniform(low, high)


def subnormal(rng):
    """A positive subnormal number, of any length."""
    return 5e-324 * rng.randint(1, 2 ** rng.randint(1, 52))


def neighbour(rng, x, steps=4):
    """x or a number at most so many f64 away."""
    towards = rng.choice([-math.inf, math.inf])
    for _ in range(rng.randint(0, steps)):
        x = math.nextafter(x, towards)
    return x


def bits(rng):
    """A positive finite number of uniformly random bits."""
    return struct.unpack("<d", struct.pack("<Q", rng.randrange(0x7FF0000000000000)))[0]


def make(name, kinds, function, count=12000):
    """count samples where function is finite, drawn from the samplers of kinds in turn."""
    rng = random.Random(name)
    samples = []
    turn = 0
    while len(samples) < count:
        drawn = kinds[turn % len(kinds)](rng)
        turn += 1
        sample = drawn if isinstance(drawn, tuple) else (drawn,)
        if all(map(math.isfinite, sample)) and math.isfinite(float(function(*map(mpfr, sample)))):
            samples.append(sample)
    return samples
