// Prints what CloudFormation's rules say against a template, a line each, but for mere advice.
import { RegoEngine, TemplateFile } from "@aws/cloudformation-validate";

const engine = new RegoEngine();
try {
  const report = engine.validateStandard(new TemplateFile(process.argv[2]));
  for (const found of report.diagnostics.filter((each) => each.severity !== "INFO")) {
    const where = found.entity?.logicalId ?? "";
    console.log(`${found.severity} ${found.ruleId} ${where}: ${found.message}`);
  }
} finally {
  engine.free();
}
