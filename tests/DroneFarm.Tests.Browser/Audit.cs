using Microsoft.Playwright;

namespace DroneFarm.Tests.Browser;

/// <summary>What every page must hold, measured on the page as it is drawn: it fits, it can be touched with a glove, it can be read in the sun and it can be heard.</summary>
internal static class Audit
{
    /// <summary>12 mm at 96 CSS pixels to the inch.</summary>
    private const double TouchPx = 45.3;

    /// <summary>What does not hold, in words; empty where all does.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string name)
    {
        List<string> faults = [];
        if (!await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")) faults.Add($"{name} is wider than the screen");
        faults.AddRange((await page.EvaluateAsync<string[]>(Outside)).Select(s => $"{name}: outside its panel: {s}"));
        faults.AddRange((await page.EvaluateAsync<string[]>(SmallTargets, TouchPx)).Select(s => $"{name}: less than 12 mm (45.3 px): {s}"));
        faults.AddRange((await page.EvaluateAsync<string[]>(Nameless)).Select(s => $"{name}: a screen reader has nothing to say: {s}"));
        faults.AddRange((await page.EvaluateAsync<string[]>(Pale)).Select(s => $"{name}: contrast below 4.5 : 1: {s}"));
        faults.AddRange((await page.EvaluateAsync<string[]>(Clipped)).Select(s => $"{name}: cut off: {s}"));
        return faults;
    }

    /// <summary>What a panel that scrolls up and down holds may not stand out of it sideways.</summary>
    private const string Outside =
        """
        () => [...document.querySelectorAll('aside, main, .panel, .cards, .list, section')]
          .filter((e) => e.offsetParent !== null && getComputedStyle(e).overflowY === 'auto' && e.scrollWidth > e.clientWidth + 1)
          .map((e) => `${e.tagName}.${e.className} ${e.scrollWidth} > ${e.clientWidth}`)
        """;

    /// <summary>A box to tick is touched by its label.</summary>
    private const string SmallTargets =
        """
        (least) => [...document.querySelectorAll('button, a, select, summary, input:not(.visually-hidden), textarea, [role=slider]')]
          .filter((e) => e.offsetParent !== null && !e.closest('.ol-attribution'))
          .map((e) => [e, (['checkbox', 'radio'].includes(e.type) ? e.closest('label') ?? e : e).getBoundingClientRect()])
          .filter(([, r]) => r.height < least || r.width < least)
          .map(([e, r]) => `${e.tagName} ${e.ariaLabel ?? e.textContent.trim()} ${r.width.toFixed(0)}x${r.height.toFixed(0)}`)
        """;

    private const string Nameless =
        """
        () => [...document.querySelectorAll('button, a, select, input, textarea, [role=slider], [role=progressbar]')]
          .filter((e) => !(e.ariaLabel || e.textContent.trim() && e.tagName !== 'SELECT' || e.title || e.labels?.length || e.getAttribute('aria-labelledby')))
          .map((e) => e.outerHTML.slice(0, 120))
        """;

    /// <summary>Each text against the ground that is painted behind it. What is disabled is exempt (WCAG 2.2, 1.4.3), and so is what only a screen reader hears.</summary>
    private const string Pale =
        """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
          const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
          const light = (c) => { const [r, g, b] = c.map((v) => { const s = v / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ground = (e) => { const layers = []; for (let at = e; at; at = at.parentElement) { const c = rgba(getComputedStyle(at).backgroundColor); if (c[3] > 0) layers.push(c); if (c[3] === 1) break; } return layers.reduceRight((under, top) => over(top, under), [255, 255, 255, 1]); };
          const found = new Set();
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const e = walk.currentNode.parentElement;
            if (!walk.currentNode.textContent.trim() || e.closest('script, style, .visually-hidden, :disabled, option, .ol-attribution')) continue;
            const box = e.getBoundingClientRect();
            if (box.width === 0 || getComputedStyle(e).visibility === 'hidden') continue;
            const behind = ground(e);
            const ink = over(rgba(getComputedStyle(e).color), behind);
            const [a, b] = [light(ink), light(behind)].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) found.add(`${walk.currentNode.textContent.trim().slice(0, 40)} ${ratio.toFixed(2)} (${e.className})`);
          }
          return [...found];
        }
        """;

    /// <summary>Text whose box hides a part of it, other than what may end in three dots.</summary>
    private const string Clipped =
        """
        () => [...document.querySelectorAll('button, label, .label, .value, dt, dd, th, td, legend, h2, h3, a, .tag')]
          .filter((e) => e.offsetParent !== null && !e.closest('.visually-hidden') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && getComputedStyle(e).overflowX !== 'visible' && getComputedStyle(e).textOverflow !== 'ellipsis' && getComputedStyle(e).overflowX !== 'auto')
          .map((e) => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 40)} ${e.scrollWidth} > ${e.clientWidth}`)
        """;
}
