"""Chinese characters: where they stand and how they sound."""

from __future__ import annotations

import re
from functools import lru_cache

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\ufa70-\ufad9\U00020000-\U0002a6dd"
# Characters of trade and of firms' names that Taiwan and Hong Kong write in the old way.
_OLD = (
    "國際電貿業發東廣華實設備機銀運進寶龍豐興達聯環萬億協遠飛訊網線點雲愛長門開關製車輪馬鋼鐵鋁銅鴻凱偉傑麗榮順騰無"
    "術產資財務團責蘇寧慶漢濟陽揚陸臺灣灘衛衞藝藥醫衆眾優創導島幣師帥應張強織紡縱總維綠經緯繼續義習聖聲腦臨與舊蘭號"
    "處術裝製視覺觀計記許評試話詳認語誠課調談論諾謝證識議護貝負貨質購費賀賓賣賽贏趙躍輝輕輸轉辦農達連過適選郵鄧釋鈴"
    "鉅錄鎖鏡鑽閃問間閱際陳陰陽隊階隨雙雜難電靈靜韋韓頂項順須頓頭題額願顧風飯飲館駿驗體魚鮮鳥鳳鴨鵬麥黃齊齒攜"
)
_NEW = (
    "国际电贸业发东广华实设备机银运进宝龙丰兴达联环万亿协远飞讯网线点云爱长门开关制车轮马钢铁铝铜鸿凯伟杰丽荣顺腾无"
    "术产资财务团责苏宁庆汉济阳扬陆台湾滩卫卫艺药医众众优创导岛币师帅应张强织纺纵总维绿经纬继续义习圣声脑临与旧兰号"
    "处术装制视觉观计记许评试话详认语诚课调谈论诺谢证识议护贝负货质购费贺宾卖赛赢赵跃辉轻输转办农达连过适选邮邓释铃"
    "巨录锁镜钻闪问间阅际陈阴阳队阶随双杂难电灵静韦韩顶项顺须顿头题额愿顾风饭饮馆骏验体鱼鲜鸟凤鸭鹏麦黄齐齿携"
)
MODERN = str.maketrans(_OLD, _NEW)
HAN_RUN = re.compile(f"[{HAN}]+")


@lru_cache(maxsize=65_536)
def syllables(run: str) -> tuple[str, ...]:
    """Read a run of characters as pinyin without tones, one syllable a character."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(run))
