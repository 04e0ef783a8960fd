// Runs events through a chart with an SCXML interpreter that is not ours, and prints where each run went.
// Reads {"chart": text, "runs": [[{"name": ..., "data": {...}}, ...], ...]} from standard input.
// Every run is a new instance of the one prepared chart; the answer holds, by run, the state after each event.
const { documentStringToModel, core } = require('@scion-scxml/scxml');

const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));

function failed(error) {
  console.error(error);
  process.exit(1);
}

documentStringToModel('chart.scxml', asked.chart, (error, model) => {
  if (error) failed(error);
  model.prepare((error, prepared) => {
    if (error) failed(error);
    const answers = asked.runs.map((events) => {
      const instance = new core.Statechart(prepared);
      instance.start();
      return events.map((event) => instance.gen(event).join(' '));
    });
    process.stdout.write(JSON.stringify(answers));
  });
});
