package io.heronbridge.integration.plaid;

import com.plaid.client.model.ItemGetRequest;
import com.plaid.client.model.ItemWebhookUpdateRequest;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/**
 * Calls whose answers hold values that plaid-java refuses when Plaid adds a new one, {@code
 * item.update_type} for example; their answers are left unread.
 */
interface RawPlaidApi {
  @POST("item/get")
  Call<ResponseBody> itemGet(@Body ItemGetRequest request);

  @POST("item/webhook/update")
  Call<ResponseBody> itemWebhookUpdate(@Body ItemWebhookUpdateRequest request);
}
