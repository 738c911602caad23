import { theme, type ThemeConfig } from "antd";

/** The four colours of the identity, light and dark; the same as on the public pages. */
const LIGHT = {
  ink: "#1c1f23",
  paper: "#fbfaf6",
  sheet: "#ffffff",
  line: "#d9d5cb",
  quiet: "#5c5f63",
  jade: "#0b6b5d",
  jadeSoft: "#e3efec",
  vermilion: "#a8321f",
  amber: "#8a5a00",
};
const DARK: typeof LIGHT = {
  ink: "#ece9e1",
  paper: "#17191c",
  sheet: "#1f2226",
  line: "#3a3d41",
  quiet: "#a9aaa6",
  jade: "#5cc2af",
  jadeSoft: "#1e3733",
  vermilion: "#ee8f7d",
  amber: "#e0b04f",
};

const HEI =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC Variable", system-ui, -apple-system, sans-serif';

/** Ink, paper and jade for Ant Design: dense but readable, square, without shadows or decorative motion. */
export function deskTheme(dark: boolean): ThemeConfig {
  const colour = dark ? DARK : LIGHT;
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colour.jade,
      colorLink: colour.jade,
      colorSuccess: colour.jade,
      colorInfo: colour.jade,
      colorError: colour.vermilion,
      colorWarning: colour.amber,
      colorText: colour.ink,
      colorTextSecondary: colour.quiet,
      colorTextTertiary: colour.quiet,
      colorTextDescription: colour.quiet,
      colorTextPlaceholder: colour.quiet,
      colorBgBase: colour.paper,
      colorBgLayout: colour.paper,
      colorBgContainer: colour.sheet,
      colorBgElevated: colour.sheet,
      colorBorder: dark ? "#6b6e72" : "#8d8a82",
      colorBorderSecondary: colour.line,
      colorTextLightSolid: dark ? DARK.paper : LIGHT.sheet,
      controlItemBgActive: colour.jadeSoft,
      controlItemBgHover: colour.paper,
      fontFamily: HEI,
      fontSize: 15,
      borderRadius: 2,
      borderRadiusLG: 2,
      borderRadiusSM: 2,
      boxShadow: "none",
      boxShadowSecondary: `0 0 0 1px ${colour.line}`,
      boxShadowTertiary: "none",
      controlHeight: 36,
      motion: false,
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
      Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 2px" },
    },
  };
}
