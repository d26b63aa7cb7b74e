// Draws the tables of the history. The tables are what is true; without this script they stand alone.
const DASHES = [[], [6, 4]];

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

// One value for each span; a span that nobody looked at has none, and neither has one without answers.
function read(rows, width) {
  const [first, step, count] = ['first', 'step', 'count'].map((name) => Number(rows.dataset[name]));
  const values = Array.from({ length: width }, () => new Array(count).fill(null));
  const seen = new Array(count).fill(false);
  for (const row of rows.rows) {
    const place = (Number(row.dataset.at) - first) / step;
    row.querySelectorAll('td[data-label]').forEach((cell, column) => {
      values[column][place] = cell.dataset.value ? Number(cell.dataset.value) : null;
      seen[place] = true;
    });
  }
  const labels = seen.map((_, place) => stamp(new Date(first + place * step), step));
  return { labels, values, seen };
}

// The day comes with spans as long as those of a week.
function stamp(moment, step) {
  const clock = moment.toISOString().slice(11, 16);
  const day = moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return step > 3600000 ? `${day} ${clock}` : clock;
}

function told(kind, value) {
  if (kind !== 'latency') {
    return value.toLocaleString('en-GB');
  }
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toLocaleString('en-GB')} s`;
}

// What nobody looked at is washed: it is a gap and not a zero.
const gaps = {
  id: 'gaps',
  beforeDatasetsDraw({ ctx, chartArea, data }) {
    const width = chartArea.width / data.seen.length;
    ctx.save();
    ctx.fillStyle = color('--chart-gap');
    for (let from = 0; from < data.seen.length; from += 1) {
      let to = from;
      while (to < data.seen.length && !data.seen[to]) {
        to += 1;
      }
      ctx.fillRect(chartArea.left + from * width, chartArea.top, (to - from) * width, chartArea.height);
      from = to;
    }
    ctx.restore();
  },
};

function paint({ data, options }, tones) {
  data.datasets.forEach((set, place) => {
    set.borderColor = color(`--chart-${tones[place]}`);
    set.backgroundColor = color(`--chart-${tones[place]}${set.fill ? '-soft' : ''}`);
  });
  const { x, y } = options.scales;
  for (const scale of [x, y]) {
    scale.ticks.color = color('--ink-soft');
    scale.border = { color: color('--line') };
  }
  y.grid = { color: color('--line') };
  options.plugins.legend.labels.color = color('--ink-soft');
  const tip = options.plugins.tooltip;
  tip.backgroundColor = color('--ink');
  tip.titleColor = color('--paper');
  tip.bodyColor = color('--paper');
}

function options(kind, stacked) {
  return {
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        stacked,
        offset: true,
        grid: { display: false },
        ticks: { autoSkip: true, maxTicksLimit: 7, maxRotation: 0, font: { size: 11 } },
      },
      y: {
        stacked,
        beginAtZero: true,
        suggestedMax: kind === 'latency' ? 100 : 5,
        ticks: {
          precision: 0,
          maxTicksLimit: 4,
          font: { size: 11 },
          callback: (value) => told(kind, value),
        },
      },
    },
    plugins: {
      colors: { enabled: false },
      legend: {
        align: 'start',
        position: 'bottom',
        onClick: null,
        labels: { boxHeight: 8, font: { size: 11 }, pointStyleWidth: 18, usePointStyle: true },
      },
      tooltip: {
        cornerRadius: 6,
        callbacks: { label: (item) => `${item.dataset.label}: ${told(kind, item.parsed.y)}` },
      },
    },
  };
}

function draw(figure) {
  const kind = figure.dataset.chart;
  const bars = kind === 'deliveries';
  const heads = [...figure.querySelectorAll('thead [data-tone]')];
  const tones = heads.map((head) => head.dataset.tone);
  const rows = () => figure.querySelector('tbody');
  const { labels, values, seen } = read(rows(), heads.length);
  const datasets = heads.map((head, place) => ({
    label: head.textContent,
    data: values[place],
    fill: kind === 'backlog',
    borderWidth: bars ? 0 : 1.75,
    borderDash: bars ? [] : DASHES[place],
    barPercentage: 1,
    categoryPercentage: 0.85,
    // A lone point between two gaps has no line to be seen by.
    pointRadius: ({ dataIndex, dataset: { data } }) =>
      (data[dataIndex - 1] ?? data[dataIndex + 1] ?? null) === null ? 2 : 0,
    pointHitRadius: 8,
    pointStyle: bars ? 'rect' : 'line',
    spanGaps: false,
  }));
  const config = {
    type: bars ? 'bar' : 'line',
    data: { labels, datasets, seen },
    options: options(kind, bars),
    plugins: [gaps],
  };
  paint(config, tones);
  const chart = new window.Chart(figure.querySelector('canvas'), config);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    paint(chart, tones);
    chart.update('none');
  });
  let last = rows().innerHTML;
  document.addEventListener('htmx:oobAfterSwap', () => {
    if (rows() && rows().innerHTML !== last) {
      last = rows().innerHTML;
      const now = read(rows(), heads.length);
      chart.data.labels = now.labels;
      chart.data.seen = now.seen;
      chart.data.datasets.forEach((set, place) => {
        set.data = now.values[place];
      });
      chart.update('none');
    }
  });
}

const history = document.querySelector('[data-library]');
if (history) {
  await import(history.dataset.library);
  history.querySelectorAll('figure[data-chart]').forEach(draw);
  // Beside its chart a table may be closed.
  history.querySelectorAll('details[data-table]').forEach((table) => {
    table.open = false;
  });
  history.dataset.drawn = '';
}
