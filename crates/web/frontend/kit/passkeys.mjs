// Devices with passkeys, as the browser's own tools pretend.

/** A device with a built-in authenticator that opens by itself. */
export async function authenticator(page) {
  const tools = await page.context().newCDPSession(page);
  await tools.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await tools.send("WebAuthn.addVirtualAuthenticator", { options });
  return { tools, authenticatorId };
}
