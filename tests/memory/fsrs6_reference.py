"""FSRS-6 once more, from the published formulas and in whole days, to hold the kernel against.

Source: open-spaced-repetition/awesome-fsrs, wiki, "The Algorithm", FSRS-6. Same-day reviews are left out:
memory counts one answer a day. It shares nothing with quizapp or fsrs, and must not.
"""

from math import exp

W = (0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796)
W += (1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542)
FACTOR = 0.9 ** (-1 / W[20]) - 1


def recall(days, stability):
    return (1 + FACTOR * days / stability) ** -W[20]


def interval(stability, retention):
    return min(max(round(stability / FACTOR * (retention ** (-1 / W[20]) - 1)), 1), 36_500)


def first_difficulty(grade):
    return W[4] - exp(W[5] * (grade - 1)) + 1


def clamp(difficulty):
    return min(max(difficulty, 1.0), 10.0)


def step(before, grade, days):
    """(stability, difficulty) after a grade of 1 to 4, so many days after (stability, difficulty) or None."""
    if before is None:
        return max(W[grade - 1], 0.001), clamp(first_difficulty(grade))
    s, d = before
    r = recall(days, s)
    if grade == 1:
        after = min(
            W[11] * d ** -W[12] * ((s + 1) ** W[13] - 1) * exp(W[14] * (1 - r)), s / exp(W[17] * W[18])
        )
    else:
        bonus = {2: W[15], 3: 1.0, 4: W[16]}[grade]
        after = s * (1 + exp(W[8]) * (11 - d) * s ** -W[9] * (exp(W[10] * (1 - r)) - 1) * bonus)
    damped = d - W[6] * (grade - 3) * (10 - d) / 9
    return max(after, 0.001), clamp(W[7] * first_difficulty(4) + (1 - W[7]) * damped)
