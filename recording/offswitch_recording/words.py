"""The closed lists: words that code, commands, records and reports share. Values are public (see docs/recording.md)."""

from enum import StrEnum


class Kind(StrEnum):
    """What a control is."""

    SWITCH = "switch"
    CHECKBOX = "checkbox"
    RADIO = "radio"
    SELECT = "select"
    SEGMENTED = "segmented"
    SLIDER = "slider"
    CHOICE = "choice"


class ScreenKind(StrEnum):
    """What a screen is: a page, or a part that opens in place."""

    PAGE = "page"
    TAB = "tab"
    DIALOG = "dialog"
    MENU = "menu"
    DISCLOSURE = "disclosure"
    FRAME = "frame"


class Purpose(StrEnum):
    """What a control governs, in the order in which the first that fits is taken."""

    AI_TRAINING = "ai_training"
    BIOMETRIC = "biometric"
    LOCATION = "location"
    CONTACTS = "contacts"
    ADS = "ads"
    DATA_SHARING = "data_sharing"
    MARKETING = "marketing"
    RECOMMENDATIONS = "recommendations"
    TELEMETRY = "telemetry"
    VISIBILITY = "visibility"
    SECURITY = "security"
    FUNCTIONAL = "functional"


class Polarity(StrEnum):
    """Which state of the control gives the user's data or attention away."""

    ON_INVASIVE = "on_invasive"
    OFF_INVASIVE = "off_invasive"
    NEUTRAL = "neutral"


class Slug(StrEnum):
    """The deceptive patterns, by the ontology of Gray, Santos, Bielova and Mildner (CHI 2024)."""

    BAD_DEFAULTS = "bad-defaults"
    PRIVACY_MAZE = "privacy-maze"
    ADDING_STEPS = "adding-steps"
    FALSE_HIERARCHY = "false-hierarchy"
    HIDDEN_INFORMATION = "hidden-information"
    TRICK_QUESTION = "trick-question"
    EMOTIONAL_STEERING = "emotional-steering"
    FORCED_CONSENT = "forced-consent"
    BUNDLING = "bundling"
    CONFLICTING_INFORMATION = "conflicting-information"
    DECONTEXTUALIZING = "decontextualizing"
    LOOK_OVER_THERE = "look-over-there"
    DEAD_END = "dead-end"
    LANGUAGE_DISCONTINUITY = "language-discontinuity"
    NAGGING = "nagging"
    URGENCY = "urgency"
    SCARCITY = "scarcity"
    SOCIAL_PROOF = "social-proof"
    SILENT_ADDITION = "silent-addition"


class ReadFrom(StrEnum):
    """By which reader a state was read."""

    NATIVE = "native"
    ARIA = "aria"
    AXTREE = "axtree"
    CLASS = "class"
    PIXELS = "pixels"
    TEXT = "text"
    PICTURE = "picture"


class Account(StrEnum):
    """What the profile says of the account: only on a fresh one is a state called a default."""

    FRESH = "fresh"
    USED = "used"
    UNKNOWN = "unknown"


class StartIs(StrEnum):
    """What depth is counted from."""

    HOME = "home"
    SETTINGS = "settings"
    OTHER = "other"


class DepthIs(StrEnum):
    """How sure a depth is."""

    EXACT = "exact"
    AT_MOST = "at_most"
    UNKNOWN = "unknown"


class Action(StrEnum):
    """What a step does."""

    CLICK = "click"
    HOVER = "hover"
    KEY = "key"
    SCROLL = "scroll"


class Button(StrEnum):
    """A button of the mouse."""

    LEFT = "left"
    RIGHT = "right"


class WhyNot(StrEnum):
    """Why a door was not taken."""

    BUDGET = "budget"
    ACTING = "acting"
    EXTERNAL = "external"
    EXCLUDED = "excluded"
    TEMPLATE = "template"
    COVERED = "covered"
    PASSWORD = "password"
    DISABLED = "disabled"
    UNSURE = "unsure"
    ROBOTS = "robots"
    GONE = "gone"
    ERROR = "error"


class Means(StrEnum):
    """What an option of a choice does."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    DISMISS = "dismiss"
    MORE = "more"
    OTHER = "other"


class Severity(StrEnum):
    """How grave a finding is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
