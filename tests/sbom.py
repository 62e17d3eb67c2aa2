"""Lists what a site is built with, as CycloneDX: ``python tests/sbom.py requirements.txt > dist/sbom.json``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from pip_requirements_parser import InstallRequirement, RequirementsFile

OWN = Component(name="pelican-dateline", type=ComponentType.APPLICATION, bom_ref="site")


def components(lock: Path) -> Iterator[Component]:
    """The packages that a lock pins, each with the digests of the files that it may be installed from."""
    for pinned in RequirementsFile.from_file(str(lock)).requirements:
        yield _component(pinned)


def _component(pinned: InstallRequirement) -> Component:
    version = pinned.get_pinned_version
    address = PackageURL("pypi", version=version, name=pinned.name)
    digests = [HashType(alg=HashAlgorithm.SHA_256, content=one.removeprefix("sha256:")) for one in pinned.hash_options]
    page = XsUri(f"https://pypi.org/project/{pinned.name}/{version}/")
    files = ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=page, hashes=digests)
    return Component(name=pinned.name, version=version, purl=address, bom_ref=str(address), external_references=[files])


def written(lock: Path) -> str:
    """The list of these packages; the same for the same lock, so without the time at which it was made."""
    bom = Bom(components=components(lock), serial_number=uuid5(NAMESPACE_URL, lock.read_text(encoding="utf-8")))
    bom.metadata.component = OWN
    bom.register_dependency(OWN, bom.components)
    told = json.loads(JsonV1Dot6(bom).output_as_string())
    del told["metadata"]["timestamp"]
    return json.dumps(told, indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(written(Path(sys.argv[1])))
