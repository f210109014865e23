"""``python -m courtpapers``: see `courtpapers.cli`."""

import sys

from courtpapers.cli import main

sys.exit(main())
