#!/bin/sh
# Remake the three locks from the public index alone, whatever index this machine is set to.
# Inputs: dependencies and dependency groups in pyproject.toml. Together the locks form one set.
set -eu
cd "$(dirname "$0")/.."

for name in $(env | sed -n 's/^\(UV_[A-Z0-9_]*\)=.*/\1/p'); do unset "$name"; done
trap 'rm -rf .venv-lock' EXIT
"${PYTHON:-python3}" -m venv --clear .venv-lock
.venv-lock/bin/python -m pip install --disable-pip-version-check -qq uv==0.13.9

compile() {
    .venv-lock/bin/uv --no-config pip compile --quiet --upgrade --universal --python-version 3.11 \
        --generate-hashes --no-header --no-annotate "$@"
}
compile pyproject.toml -o .ci/requirements.txt
compile --group build -c .ci/requirements.txt -o .ci/requirements-build.txt
compile --group dev -c .ci/requirements.txt -c .ci/requirements-build.txt -o .ci/requirements-dev.txt
