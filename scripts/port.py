"""`port.py HOST PORT`: can the platform listen there? Says so plainly when it cannot."""

import errno
import socket
import sys


def complaint(host: str, port: str) -> str:
    """Why *host*:*port* cannot be used, and what to do; empty when it can."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        return f"端口“{port}”不是 1 至 65535 的数字，请改用如 make run PORT=8001。 · PORT must be a number from 1 to 65535."
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as error:
            return _explain(error, host, int(port))
    return ""


def _explain(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"端口 {port} 已被占用。请停止占用它的程序，或换一个端口：make run PORT={port + 1}\n"
            f"  Port {port} is taken. Stop the program that holds it, or choose another: make run PORT={port + 1}"
        )
    if error.errno == errno.EACCES:
        return (
            f"当前用户不能使用端口 {port}，请改用 1024 以上的端口：make run PORT=8000\n"
            f"  This user may not listen on port {port}; choose one above 1024."
        )
    return (
        f"不能在 {host}:{port} 上提供服务（{error.strerror}），请检查 HOST 和 PORT。 · Check HOST and PORT."
    )


if __name__ == "__main__":
    trouble = complaint(sys.argv[1], sys.argv[2])
    if trouble:
        sys.exit(f"\n✗ {trouble}")
