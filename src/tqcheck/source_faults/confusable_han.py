"""Chinese characters that print alike, which recognition takes for each other.

Written from the strokes (one more or less, another radical), the commonest in each language's post-OCR lists among them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

_GROUPS = {
    "zh": (
        "未末 己已巳 日曰 土士 人入八 大太犬 天夫无 干千于 白自 目自 田由甲 今令 力刀 万方 石右 贝见 鸟乌岛 候侯 "
        "折拆析 治冶 壮状 待侍 持特 情清请 第弟 晴睛 拔拨 免兔 午牛 矢失 设没 间问 话活 住往佳 很恨狠 困因 园圆 "
        "但怛 代伐 复夏 体休 兵乒 毫亳 货贷 贸贷 赢羸 戊戌戍 微徽 祖租 板扳 检捡 抱饱 哀衰 部陪 即既 徒徙 遣遗 "
        "暖暧 蓝篮 历厉 官宫 客容 宣宜 师帅 户尸 竞竟 辩辨 毛手 坏环 这过 时吋 防妨 仿彷 抗杭 科料 季李 名各 "
        "若苦 使便 枝技 决快 经径 场扬 汉汊 村材 析柝 淮准 凉谅 项顶 顷项 须预 顾颜 风凤 几儿 九丸 又叉 叉义 "
        "义又 厂广 刁刀 支攵 市巾 币市 今合 冈岗 氏民 比北 水永 木本 术木 东乐 车东 四西 酉西 生主 主王 玉王 "
        "左右 布市 申电 占古 吉古 舌古 司同 同问 向问 北此 全金 合台 后石 托扎 地池 他池 她地 如加 收牧 攻政 "
        "改攻 权杈 何河 作昨 估佑 伸神 位拉 低底 纸低 投设 报服 护沪 杆秆 住注 主注 江汇 汗汁 沿沼 浩洁 洒酒 "
        "残栈 浅线 级极 极圾 练炼 拣练 续读 结给 给络 统流 红江 组阻 织识 职织 积职 称秤 评计 讲进 许讨 设计 "
        "诉拆 训川 记纪 论伦 谈淡 调凋 谢射 贫贪 "
    ),
    "ja": (
        "未末 己已巳 日曰 土士 人入八 大太犬 天夫 干千于 白自 目自 田由甲 今令 力刀 万方 石右 貝見具 烏鳥島 候侯 "
        "折析拆 治冶 待侍持特 情清晴 第弟 晴睛 免兎 午牛 失矢 間問聞 話活 住往 困因 代伐 微徴 祖租 板坂 検険 "
        "哀衰 部陪 徒徙 官宮 客容 宣宜 師帥 氷永水 毛手 防妨 料科 季李 名各 若苦 便使 技枝 決快 経径 場揚 村材 "
        "項頂 風凰 九丸 又叉 市巾 氏民 木本 四西 生主 主王 玉王 左右 電雷 占古 司同 全金 合含 地池 他池 収攻 "
        "改攻 何河 作昨 仲伸神 位拉 低底 投役設 住注 線綱 網綱 緑縁 輸輪 堀掘 職織識 復複 幣弊 績積 遺遣 教数 "
        "態熊 暑署 薄簿 著箸 墓基幕 募幕 暮募 末来 老考 孝考 思恩 惑感 惟推 准推 確碓 衛術 衝衡 歓観 勧歓 間閲 "
        "開閉 関開 園圏 圧庄 広応 宇字 学字 宅宇 審番 導尊 少小 抗坑 抱砲 拾捨 担坦 持待 授援 探深 撤徹 敵適 "
        "摘滴 旅族 施旋 暖緩 曜躍 未朱 束東 柱桂 栽裁 械機 標漂 殻穀 比此 永氷 沖仲 泊拍 波彼 洗先 消硝 清青 "
        "渇喝 減滅 湖潮 漁魚 漢模 燥操 爆瀑 牧枚 狐孤 猫描 理埋 生牛 甲申 疲披 療僚 盗盟 看着 矛予 破波 穏隠 "
        "突空 第策 筒箇 簡管 粉紛 精請 糸系 純鈍 紙祇 素索 紺細 絶絡 緊堅 縮宿 績責 "
    ),
}
# Words that stand beside any other: of 137,000 sentences from zh and 72,000 from ja they made 60 of 64 wrong findings.
_ALONE = {"zh": "太无打这加便她浅既比司吉", "ja": "万大"}


@cache
def confused(language: str) -> Mapping[str, Sequence[str]]:
    """What a character may have been; empty for a language of which nothing is known."""
    others = dict[str, set[str]]()
    for group in _GROUPS.get(language, "").split():
        for char in set(group) - set(_ALONE[language]):
            others.setdefault(char, set()).update(set(group) - {char})
    return {char: sorted(group) for char, group in others.items()}
