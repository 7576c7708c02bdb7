const label = document.querySelector('.search');
const search = document.querySelector('#search');
const status = document.querySelector('.count');
const items = [...document.querySelectorAll('.persons > li')];
// The same letters with and without marks are found alike: "vaino" finds Väinö.
const plain = (text) => text.toLowerCase().normalize('NFD').replaceAll(/\p{Mark}/gu, '');

label.hidden = false;
status.hidden = false;
const show = () => {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  for (const item of items) item.hidden = !words.every((word) => plain(item.textContent).includes(word));
  const count = items.filter((item) => !item.hidden).length;
  status.textContent = count === 0 ? status.dataset.nobody : `${status.dataset.found} ${count}`;
};
search.addEventListener('input', show);
search.focus();
show();
