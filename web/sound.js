// Sound cues: short tones, made on the spot. Off unless asked for.

let audio = null;
const tones = { click: [1250, 0.025, 0.03], done: [880, 0.14, 0.05], raised: [165, 0.26, 0.09] };
export function cue(kind) {
  audio ||= new AudioContext();
  const [hertz, seconds, volume] = tones[kind] || tones.click;
  const tone = audio.createOscillator(), gain = audio.createGain();
  tone.frequency.value = hertz;
  tone.type = kind === "raised" ? "sawtooth" : "sine";
  gain.gain.setValueAtTime(volume, audio.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + seconds);
  tone.connect(gain).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + seconds);
}
