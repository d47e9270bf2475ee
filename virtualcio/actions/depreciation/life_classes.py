"""The kinds of things in the table of useful lives, as a choice: the rows of useful_lives.csv by key."""

from enum import StrEnum

from virtualcio.texts import mark


class LifeClass(StrEnum):
    """Rows of the table, in its order; first: whatever fits category and purpose."""

    AS_CATEGORY = "as_category"
    NOTEBOOK = "notebook"
    TABLET = "tablet"
    DESKTOP = "desktop"
    MONITOR = "monitor"
    PRINTER = "printer"
    ACCESSORY = "accessory"
    MULTIFUNCTION = "multifunction"
    SERVER_SMALL = "server_small"
    SERVER = "server"
    MAINFRAME = "mainframe"
    STORAGE_SYSTEM = "storage_system"
    NAS = "nas"
    NETWORK = "network"
    UPS = "ups"
    BATTERY = "battery"
    GENERATOR = "generator"
    CLIMATE_RACK = "climate_rack"
    PHONE_SYSTEM = "phone_system"
    SMARTPHONE = "smartphone"
    DESK_PHONE = "desk_phone"
    FAX = "fax"
    COPIER = "copier"
    AUDIO_VIDEO = "audio_video"
    PROJECTOR = "projector"
    SHREDDER = "shredder"
    TIME_RECORDER = "time_recorder"
    INDUSTRIAL_PC = "industrial_pc"
    ALARM = "alarm"
    FURNITURE = "furniture"
    SAFE = "safe"
    SOFTWARE = "software"
    ERP = "erp"
    WEBSITE = "website"


LIFE_CLASSES: dict[StrEnum, str] = {
    LifeClass.AS_CATEGORY: mark("As its category says"),
    LifeClass.NOTEBOOK: mark("Notebook"),
    LifeClass.TABLET: mark("Tablet"),
    LifeClass.DESKTOP: mark("PC and workstation"),
    LifeClass.MONITOR: mark("Monitor"),
    LifeClass.PRINTER: mark("Printer and scanner"),
    LifeClass.ACCESSORY: mark("Keyboard, mouse, docking station, headset"),
    LifeClass.MULTIFUNCTION: mark("Multifunction printer"),
    LifeClass.SERVER_SMALL: mark("Small server"),
    LifeClass.SERVER: mark("Server"),
    LifeClass.MAINFRAME: mark("Mainframe"),
    LifeClass.STORAGE_SYSTEM: mark("Storage system"),
    LifeClass.NAS: mark("NAS and external storage"),
    LifeClass.NETWORK: mark("Switch, access point, firewall"),
    LifeClass.UPS: mark("UPS"),
    LifeClass.BATTERY: mark("UPS batteries"),
    LifeClass.GENERATOR: mark("Emergency generator"),
    LifeClass.CLIMATE_RACK: mark("Cooling of the server room"),
    LifeClass.PHONE_SYSTEM: mark("Telephone system"),
    LifeClass.SMARTPHONE: mark("Smartphone"),
    LifeClass.DESK_PHONE: mark("Desk telephone"),
    LifeClass.FAX: mark("Fax machine"),
    LifeClass.COPIER: mark("Copier"),
    LifeClass.AUDIO_VIDEO: mark("Conference technology and camera"),
    LifeClass.PROJECTOR: mark("Projector"),
    LifeClass.SHREDDER: mark("Shredder"),
    LifeClass.TIME_RECORDER: mark("Time recorder, terminal"),
    LifeClass.INDUSTRIAL_PC: mark("Industrial PC"),
    LifeClass.ALARM: mark("Alarm and surveillance"),
    LifeClass.FURNITURE: mark("Office furniture"),
    LifeClass.SAFE: mark("Safe"),
    LifeClass.SOFTWARE: mark("Standard software"),
    LifeClass.ERP: mark("ERP software"),
    LifeClass.WEBSITE: mark("Website"),
}
