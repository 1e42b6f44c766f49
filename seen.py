"""seen.py file: prints raw whole-page words with conf, for page."""
import sys; sys.path.insert(0,"/work/tmp/ocr"); import cache
import extract.readers.ocr.page as P
w0=P.words_of
def wo(px,langs,dl,mode,dpi,*s):
    r=w0(px,langs,dl,mode,dpi,*s)
    print("PASS",langs,mode,len(r)); print(" ".join(f"{w.text}·{w.confidence:.2f}" for w in sorted(r,key=lambda w:(w.y0//30,w.x0)))[:3000])
    return r
P.words_of=wo
import hashlib
from pathlib import Path
from extract.model import Source
from extract.walk import sniff
from extract.readers import read_parts
p=sys.argv[1]; d=Path(p).read_bytes()
for part in read_parts(Source(hashlib.sha256(d).hexdigest(),len(d),sniff(Path(p))),Path(p)): print("-----")
