package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.List;

/** The reference of the columns that files may have. */
final class ColumnCalls {
  static final List<String> PARAMETERS = List.of("dataset");

  private static final JsonType<ColumnsView> COLUMNS = Jsonb.instance().type(ColumnsView.class);

  private final Datasets datasets;

  ColumnCalls(Datasets datasets) {
    this.datasets = datasets;
  }

  ApiResponse columns(Call call) {
    Parameters parameters = call.parameters();
    Dataset dataset = parameters.dataset(datasets);
    return parameters
        .refusal()
        .orElseGet(() -> ApiResponse.json(COLUMNS.toJson(ColumnsView.of(dataset))));
  }
}
