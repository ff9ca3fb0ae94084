import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";
import { dark, light, type Token } from "./app/ui/tokens";

/** Tokens as CSS variables: light by default, dark where the system or `data-theme` on html asks for it. */
const themes = plugin(({ addBase }) => {
  addBase({
    ":root": { colorScheme: "light", ...variables(light) },
    "@media (prefers-color-scheme: dark)": {
      ':root:not([data-theme="light"])': { colorScheme: "dark", ...variables(dark) },
    },
    ':root[data-theme="dark"]': { colorScheme: "dark", ...variables(dark) },
  });
});

const names = Object.keys(light) as Token[];

/** The faces of app/fallbacks.css, the most usual device first. */
const latinFallbacks = ['"Inter by Roboto"', '"Inter by Arial"', '"Inter by DejaVu"'];
const arabicFallbacks = ['"Arabic by Naskh"', '"Arabic by DejaVu"'];

export default {
  content: ["./app/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      ...Object.fromEntries(names.map((name) => [name, `var(--${name})`])),
    },
    fontFamily: {
      sans: ['"Inter Variable"', ...latinFallbacks, "system-ui", "sans-serif"],
      arabic: [
        '"Inter Variable"',
        '"Noto Sans Arabic Variable"',
        ...arabicFallbacks,
        ...latinFallbacks,
        "system-ui",
        "sans-serif",
      ],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", '"DejaVu Sans Mono"', "monospace"],
    },
    fontSize: {
      xs: ["0.75rem", "1rem"],
      sm: ["0.8125rem", "1.25rem"],
      base: ["0.875rem", "1.25rem"],
      lg: ["1rem", "1.5rem"],
      xl: ["1.25rem", "1.75rem"],
      "2xl": ["1.5rem", "2rem"],
      "3xl": ["1.625rem", "2.125rem"],
    },
    extend: {
      borderRadius: { DEFAULT: "0.375rem" },
      boxShadow: { lift: "0 0 0 1px var(--line), 0 8px 28px var(--shade)" },
      maxWidth: { doc: "51.25rem", portal: "32.5rem" },
    },
  },
  plugins: [themes],
} satisfies Config;

function variables(tokens: Record<Token, string>): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`--${name}`, tokens[name]]));
}
