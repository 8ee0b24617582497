#!/usr/bin/env python3
"""Makes the two fonts of this folder from Debian's fonts-noto-cjk with Debian's python3-fonttools.

    apt-get install fonts-noto-cjk python3-fonttools
    /usr/bin/python3 make-fonts.py

Takes "Noto Sans CJK SC" out of each collection, keeps Latin, GB 2312 and what is listed below, drops hinting and layout
tables (nothing here shapes text), turns the cubic outlines into quadratic ones and gives the family a name of its own.
Quadratic, because Skia's PDF writer embeds TrueType outlines as a searchable font and turns any others into drawings.
"""
import os
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, newTable

SOURCE = "/usr/share/fonts/opentype/noto/NotoSansCJK-%s.ttc"
FAMILY = "DroneFarm Sans SC"
SYMBOLS = ("–—―‘’“”‚„†‡•…‰′″‹›€™−∕√∞≈≠≤≥←↑→↓↔↕⇒■□▲△▶▷▼▽◆◇○◎●◯★☆✓①②③④⑤⑥⑦⑧⑨⑩℃℉㎡㎏㎝㎞㎜Ωµ×÷°±²³·〓〇")
# Characters outside GB 2312 that stand in names of people, places near the Yangtze, weeds and active ingredients.
BEYOND_GB2312 = ("喆堃玥珺翀赟璟昇祎昉婳晞堨镕淼旸暐煊焜燊琎瑀璐璠瓅禛骅骐骦甡珅垚尧玘玚珏琤琬祺荻菂蔚薇蘅谞赪邡郃鄞闿霈颀飏鑫"
                 "垟埭圩塘垛荡汊浜漕泾渎溇滆洮茆埝埂塍畈陇垱垸圪墩疃埠沄沨浥淏湉湲溦滢潆澍濂炘烜烨煐熠燚珂珩瑄瑢瑾璇璞瓒睿"
                 "砜唑啶嘧吡嗪脲烯酰胺磺氟氯溴酯酮醚醇腈噁噻吩呋喃哌嗯隆戊炔螨螟蚜稗莎藨蔺鸭舌莲芡菵狗娘萤蔄苋蓼藜茭箬䅟")


def characters():
    wanted = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | {ord(c) for c in SYMBOLS + BEYOND_GB2312}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                wanted.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return wanted


def make(weight):
    fonts = TTCollection(SOURCE % weight).fonts
    font = next(f for f in fonts if f["name"].getDebugName(4).startswith("Noto Sans CJK SC"))
    options = subset.Options()
    options.layout_features, options.hinting, options.glyph_names, options.notdef_outline = [], False, False, True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.drop_tables += ["BASE", "GPOS", "GSUB", "GDEF", "VORG", "vhea", "vmtx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    to_quadratic(font)
    rename(font, weight)
    font.save(os.path.join(os.path.dirname(os.path.abspath(__file__)), "DroneFarmSansSC-%s.ttf" % weight))


def to_quadratic(font):
    outlines, order, glyphs = font.getGlyphSet(), font.getGlyphOrder(), {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    del font["CFF "]
    glyf.compile(font)
    limits = font["maxp"]
    limits.tableVersion, limits.maxZones = 0x10000, 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions",
                  "maxComponentElements"):
        setattr(limits, field, 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"
    for name in order:
        left = getattr(glyphs[name], "xMin", 0) if glyphs[name].numberOfContours else 0
        font["hmtx"][name] = (font["hmtx"][name][0], left)


def rename(font, weight):
    names = font["name"]
    names.names = [r for r in names.names if r.platformID == 3 and r.langID == 0x409]
    postscript = "DroneFarmSansSC-" + weight
    for key, text in {1: FAMILY, 2: weight, 3: "1.0;" + postscript, 4: FAMILY + " " + weight, 6: postscript}.items():
        names.setName(text, key, 3, 1, 0x409)


if __name__ == "__main__":
    for each in ("Regular", "Bold"):
        make(each)
