# 应诉台 Yingsu — what a person may ask for. Each target is one script in scripts/.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
HOST ?= 127.0.0.1
PORT ?= 8000
export PYTHON HOST PORT

.DEFAULT_GOAL := help
.PHONY: help run check test format lock bundle bench screens clean

help:  ## 显示本说明 · show this help
	@printf '应诉台 Yingsu\n\n'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@printf '\n  HOST=%s PORT=%s · YINGSU_DATA=./var · DATABASE_URL=postgresql://… (空 empty: SQLite)\n' "$(HOST)" "$(PORT)"

run:  ## 安装、装入演示数据并启动（PORT=8000）· install, load the demonstration city, serve
	@scripts/run

check:  ## 快速检查：风格、类型、依赖方向、法规、单元测试 · quick checks and unit tests on SQLite
	@scripts/check

test:  ## 全部测试：检查、PostgreSQL、浏览器 · everything, on SQLite and PostgreSQL, in a browser
	@scripts/test

format:  ## 统一代码格式 · format the code
	@scripts/environment requirements-dev.txt
	@.venv/bin/ruff check --fix-only --quiet .
	@.venv/bin/ruff format .

lock:  ## 重新锁定依赖（带哈希）· lock the requirements again, with hashes
	@scripts/lock

bundle:  ## 下载离线安装包到 wheelhouse/ · fetch the wheels for machines without network
	@scripts/environment requirements.txt
	@.venv/bin/python -m pip download --quiet --no-input --require-hashes --dest wheelhouse -r requirements.txt
	@printf '离线安装包在 wheelhouse/，与本目录一起拷走即可。· The wheels are in wheelhouse/; copy the folder as it is.\n'

bench:  ## 基准：期限计算、文书识别等 · benchmarks
	@scripts/bench

screens:  ## 重拍说明中的截图 · take the pictures of the guide again
	@scripts/screens

clean:  ## 删除环境与缓存，保留 var/ 数据 · remove environment and caches; the data in var/ stays
	@rm -rf .venv wheelhouse .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
