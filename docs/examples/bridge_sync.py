from triopenai.bridge import open_client_sync

CITIES = ["Lisbon", "Oslo", "Nairobi", "Lima"]


def main() -> None:
    with open_client_sync() as client:
        response = client.responses.create(model="gpt-5", input="Say hello.")
        print(response.output_text)

        with client.chat.completions.create(
            model="gpt-4",
            messages=[{"role": "user", "content": "Tell me a story."}],
            stream=True,
        ) as stream:
            for chunk in stream:
                print(chunk.choices[0].delta.content or "", end="")
        print()

        def ask(city: str) -> str:
            answer: str = client.responses.create(model="gpt-5", input=f"One fact about {city}").output_text
            return answer

        for city, fact in zip(CITIES, client.map(ask, CITIES, limit=2), strict=True):
            print(f"{city}: {fact}")

        print(client.models.list().data[0].id)
        print(len([model.id for model in client.models.list()]))


if __name__ == "__main__":
    main()
