/** Valence of emoji and typed faces, judged by hand for how customers use them. Skin tones are ignored. */
const VALENCES: Record<string, string> = {
  '3': '😍 🥰 🤩 💯 ❤ 💕 💖 💗 💙 💚 💛 💜 🧡 ♥ <3',
  '2.3': '😊 😁 😄 😃 😀 😆 🎉 🥳 🏆 👏 🙌 🤗 😻 ⭐ 🌟 😘 💪 :D =D :-D',
  '2': '👍 👌 🙂 ☺ 😎 ✅ 😇 😋 😌 🌹 🌸 💐 ✨ 🔝 :) :-) =) (: :] ;-) ;)',
  '1.2': '😉 😂 🤣 😅 🙏 😹 :P :p =P',
  '-1.2': '😐 😑 😒 🙄 😕 😬 🤨 😴 ⏳ :/ :-/ :| :-| :\\ =/',
  '-2': "😞 😔 🙁 ☹ 😟 😢 😭 😩 😫 😓 😥 😣 😖 💔 🤦 🐌 ❌ ⛔ 😿 😰 :( :-( =( ): :[ :'(",
  '-3': '😡 😠 🤬 👿 👎 💩 🤮 🤢 😤 🖕 🚮 😱',
};

export const EMOJI: ReadonlyMap<string, number> = new Map(
  Object.entries(VALENCES).flatMap(([valence, signs]) =>
    signs.split(' ').map((sign): [string, number] => [sign, Number(valence)]),
  ),
);
