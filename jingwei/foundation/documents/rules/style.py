"""How a printed document looks: A4, ink on paper, the family's colours, its Chinese fonts first."""

FONTS = "Noto Sans CJK SC, Source Han Sans SC, HarmonyOS Sans SC, WenQuanYi Micro Hei, sans-serif"

STYLE = f"""
@page {{
  size: A4; margin: 18mm 17mm 20mm;
  @bottom-left {{ content: element(foot); width: 78%; }}
  @bottom-right {{ content: element(count); width: 22%; }}
}}
* {{ box-sizing: border-box; }}
html {{ font: 10pt/1.55 {FONTS}; color: #16202a; }}
h1 {{ margin: 0 0 3mm; font-size: 18pt; line-height: 1.3; }}
h2 {{ margin: 6mm 0 2mm; padding-bottom: 1mm; border-bottom: 1.5pt solid #1f5fbf; font-size: 12.5pt; break-after: avoid; }}
p {{ margin: 0 0 2mm; white-space: pre-wrap; overflow-wrap: anywhere; }}
dl {{ display: block; margin: 0 0 3mm; }}
dl > div {{ display: flex; margin: 0; padding: 0.6mm 0; border-bottom: 0.4pt solid #d9e0e7; break-inside: avoid; }}
dt {{ flex: 0 0 32mm; color: #5a6b7b; }}
dd {{ flex: 1; margin: 0; overflow-wrap: anywhere; }}
table {{ width: 100%; margin: 0 0 3mm; border-collapse: collapse; font-size: 9pt; line-height: 1.45; }}
caption {{ padding: 0 0 1mm; color: #5a6b7b; font-weight: 600; text-align: left; }}
th, td {{ padding: 1mm 1.5mm; border: 0.4pt solid #b8c4d0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }}
th {{ background: #eef2f6; font-weight: 600; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: avoid; }}
.drawing {{ display: block; width: 100%; margin: 0 0 3mm; }}
.pictures {{ margin: 0 0 3mm; }}
figure {{ display: inline-block; width: 54mm; margin: 0 3mm 3mm 0; vertical-align: top; }}
figure img {{ display: block; width: 54mm; height: 40mm; object-fit: contain; background: #f4f6f8; }}
figcaption {{ font-size: 8pt; color: #5a6b7b; overflow-wrap: anywhere; }}
.signatures {{ display: flex; gap: 10mm; margin-top: 14mm; break-inside: avoid; }}
.signatures p {{ flex: 1; padding-top: 12mm; border-bottom: 0.6pt solid #16202a; }}
.foot {{ position: running(foot); font-size: 7.5pt; line-height: 1.3; color: #5a6b7b; }}
.count {{ position: running(count); font-size: 7.5pt; color: #5a6b7b; text-align: right; }}
.mark {{ position: fixed; top: 110mm; left: 0; right: 0; color: rgba(90, 107, 123, 0.16); font-size: 22pt; text-align: center; transform: rotate(-28deg); }}
.page::after {{ content: counter(page); }}
.pages::after {{ content: counter(pages); }}
"""
