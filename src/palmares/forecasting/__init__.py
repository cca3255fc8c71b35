"""Forecasts: each nominee's probability from the precursors handed out so far, and how surprising results were."""

from palmares.forecasting.backtest import Backtest, Comparison, backtest
from palmares.forecasting.blending import blended
from palmares.forecasting.coefficients import Coefficient, coefficients
from palmares.forecasting.contenders import Contender, contenders
from palmares.forecasting.odds import Chance, Event, Moment, Odds, Reason, odds, timeline
from palmares.forecasting.prospects import Prospects, Scope, prospects, scope, season_odds
from palmares.forecasting.scores import Bin, Called, Score
from palmares.forecasting.stages import stages
from palmares.forecasting.supposing import Given
from palmares.forecasting.surprise import (
    Foreseen,
    Result,
    by_predictability,
    results,
    surest_losers,
    surprise_bits,
    upsets,
)
from palmares.forecasting.writing import write_odds

__all__ = [
    "Backtest",
    "Bin",
    "Called",
    "Chance",
    "Coefficient",
    "Comparison",
    "Contender",
    "Event",
    "Foreseen",
    "Given",
    "Moment",
    "Odds",
    "Prospects",
    "Reason",
    "Result",
    "Scope",
    "Score",
    "backtest",
    "blended",
    "by_predictability",
    "coefficients",
    "contenders",
    "odds",
    "prospects",
    "results",
    "scope",
    "season_odds",
    "stages",
    "surest_losers",
    "surprise_bits",
    "timeline",
    "upsets",
    "write_odds",
]
