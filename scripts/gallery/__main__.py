"""Draw every part with sample data into a folder, for looking: `.venv/bin/python scripts/gallery FOLDER`.

Not a page of the platform: no database, no settings of the platform, no server. Open FOLDER/index.html.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT), str(HERE)]


def configure() -> None:
    """The smallest Django that can draw our templates."""
    import django  # noqa: PLC0415 - the paths above come first
    from django.conf import settings  # noqa: PLC0415

    settings.configure(
        SECRET_KEY="gallery",  # noqa: S106 - draws files, serves nothing
        STATIC_URL="static/",
        LANGUAGE_CODE="zh-hans",
        TIME_ZONE="Asia/Shanghai",
        INSTALLED_APPS=["django.contrib.staticfiles", "django_htmx"],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [ROOT / "yingsu/web/templates", HERE / "pages"],
                "OPTIONS": {
                    "libraries": {
                        "yingsu_parts": "yingsu.web.templatetags.yingsu_parts",
                        "yingsu_dates": "yingsu.web.templatetags.yingsu_dates",
                    }
                },
            }
        ],
    )
    django.setup()


def main() -> None:
    """Write the pages and their static files to the folder named."""
    if len(sys.argv) != 2:
        sys.exit("用法：.venv/bin/python scripts/gallery 文件夹（样张写到该文件夹，打开其中的 index.html）")
    folder = Path(sys.argv[1])
    configure()
    import django_htmx  # noqa: PLC0415
    from django.template.loader import render_to_string  # noqa: PLC0415 - after configure()
    from sample import context  # noqa: PLC0415

    pages = sorted(path.stem for path in (HERE / "pages").glob("*.html"))
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "yingsu/web/static/web", folder / "static/web", dirs_exist_ok=True)
    shutil.copytree(Path(django_htmx.__file__).parent / "static", folder / "static", dirs_exist_ok=True)
    for page in pages:
        html = render_to_string(f"{page}.html", {**context(), "gallery_pages": pages})
        # STATIC_URL gets a leading slash from Django; a file on disk needs the relative path.
        (folder / f"{page}.html").write_text(html.replace('"/static/', '"static/'), encoding="utf-8")
    print(f"已写入 {len(pages)} 页：{folder / 'index.html'}")


if __name__ == "__main__":
    main()
